import type { Mutant } from './mutant.js';

const OUTGOING = 'src/unit/outgoing.ts';
const IDS = 'test/promises/11-ids.e2e.spec.ts';
const OUTBOX = 'through the outbox';

export const ids: readonly Mutant[] = [
  {
    name: 'correlation is lost in retry',
    file: 'src/retry/retrying.ts',
    find: 'cause: { ...heard.cause, id: fact.event } };',
    replace: 'cause: { ...heard.cause, id: fact.event, correlationId: fact.event } };',
    test: IDS,
    fails: 'through retries',
  },
  {
    name: 'the trace is lost in a replay',
    file: 'src/retry/retrying.ts',
    find: 'cause: { ...heard.cause, id: fact.event } };',
    replace: `cause: { ...heard.cause, id: fact.event, ...(fact.diedAt && { traceparent: undefined }) } };`,
    test: IDS,
    fails: 'through dead letters and their replay',
  },
  {
    name: 'what is said begins a trace of its own',
    file: OUTGOING,
    find: 'traceparent: cause.traceparent && contextOf(cause.traceparent),',
    replace: 'traceparent: childOf(undefined),',
    test: IDS,
    fails: OUTBOX,
  },
  {
    name: 'the cause of what is said is the cause of what was heard',
    file: OUTGOING,
    find: 'causationId: cause.id,',
    replace: 'causationId: cause.correlationId,',
    test: IDS,
    fails: OUTBOX,
  },
  {
    name: 'dead letters leave their trace behind',
    file: 'src/retry/settle.ts',
    find: '{ ...fact, subscription,',
    replace: '{ ...fact, headers: fact.headers.subarray(0, fact.headers.indexOf("traceparent") - 2), subscription,',
    test: IDS,
    fails: 'through dead letters and their replay',
  },
];
