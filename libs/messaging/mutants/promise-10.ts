import type { Mutant } from './mutant.js';

const PROGRESS = 'src/consumer/progress.ts';
const MEMBERSHIP = 'src/consumer/membership.ts';
const STOP = 'test/promises/10-stop.e2e.spec.ts';
const LOOK = 'src/health/look.ts';
const PROBES = 'src/health/probes.ts';
const CONDITION = 'src/relay/condition.ts';
const CONSUMER = 'src/consumer/progress.spec.ts';
const RELAY = 'src/relay/condition.spec.ts';
const STUCK = 'test/promises/10-stuck.e2e.spec.ts';
const CRASH = 'test/consumer-crash.e2e.spec.ts';
const HANGS = 'is made anew, though the old one can’t even end';

const STOPPED = 'ends what is in hand, commits it and is out of the group when the service has stopped';

export const stops: readonly Mutant[] = [
  {
    name: 'a stop does not wait for its commits',
    file: 'src/consumer/committer.ts',
    find: 'while (this.#committing) {',
    replace: 'while (this.#committing === undefined) {',
    test: STOP,
    fails: STOPPED,
  },
  {
    name: 'a consumer that stops stays in its group',
    file: MEMBERSHIP,
    find: 'await this.#consumer.stop();',
    replace: '',
    test: STOP,
    fails: STOPPED,
  },
  {
    name: 'a service does not wait for its consumers',
    file: 'src/service/runtime.ts',
    find: 'await Promise.all(this.#consumers.map((consumer) => consumer.stop()));',
    replace: 'void Promise.all(this.#consumers.map((consumer) => consumer.stop()));',
    test: STOP,
    fails: STOPPED,
  },
  {
    name: 'a member gives its partitions away before it has committed',
    file: MEMBERSHIP,
    find: 'if (!this.#wanted()) await this.#committer.settled();',
    replace: '',
    test: STOP,
    fails:
      'gives partitions away when what is in hand has ended and is committed: their next member hears nothing twice',
  },
  {
    name: 'a member that is to give its partitions away goes on with the next units',
    file: MEMBERSHIP,
    find: 'return !this.#stopping && !this.#rebalancing;',
    replace: 'return !this.#stopping;',
    test: STOP,
    fails:
      'gives partitions away when what is in hand has ended and is committed: their next member hears nothing twice',
  },
  {
    name: 'a stopped process keeps what it has locked in the database',
    file: 'src/unit/postgres-unit-of-work.ts',
    find: '-c idle_in_transaction_session_timeout=10000 -c transaction_timeout=30000 -c lock_timeout=5000',
    replace: '-c lock_timeout=5000',
    test: 'test/promises/10-suspended.e2e.spec.ts',
    fails: 'does no harm when it was stopped in the middle of a unit for longer than a session, and goes on',
    byWaiting: true,
  },
  {
    name: 'a broker that has fallen silent is not noticed',
    file: PROGRESS,
    find: 'if (this.silence > SILENCE_MS)',
    replace: 'if (this.silence < 0)',
    test: CONSUMER,
    fails: 'until the broker has been silent for more than 10 s, and when it answers again',
  },
  {
    name: 'a unit that does not end is not noticed while others do',
    file: PROGRESS,
    find: 'const oldest = Math.min(...busy.map(({ since }) => since));',
    replace: 'const oldest = Math.max(...busy.map(({ since }) => since), this.#lastProgress ?? 0);',
    test: CONSUMER,
    fails: 'until it has been at work on the same records for 30 s, though the broker answers and other units end',
  },
  {
    name: 'a unit that ends makes one that waits ready',
    file: PROGRESS,
    find: 'if (before) before.waiting = waiting;',
    replace: 'if (!before) before.waiting = waiting;',
    test: CONSUMER,
    fails: 'unless something waits in place, at once and for as long as it does, whatever else goes on',
  },
  {
    name: 'a partition that stands still is not noticed while others move',
    file: 'src/consumer/backlog.ts',
    find: 'place.since = this.now();\n    place.oldestAt =',
    replace: 'for (const each of this.#places.values()) each.since = this.now();\n    place.oldestAt =',
    test: CONSUMER,
    fails: 'until records of a partition have waited for 30 s, though others move',
  },
  {
    name: 'offsets that compaction has left empty count as waiting records',
    file: 'src/consumer/backlog.ts',
    find: 'position < end && end > firstEnd;',
    replace: 'position < end;',
    test: CONSUMER,
    fails: 'when what stands before it came before it joined, of which compaction may have left nothing',
  },
  {
    name: 'nobody looks how far the group is',
    file: 'src/health/broker-look.ts',
    find: 'group.looked(',
    replace: '((_: unknown) => undefined)(',
    test: STUCK,
    fails: 'is not ready when a partition with waiting records moves no more, and names it',
    byWaiting: true,
  },
  {
    name: 'a question that is not answered at all is waited for',
    file: LOOK,
    find: 'const since = this.#failing ?? this.#asked;',
    replace: 'const since = this.#failing;',
    test: 'src/health/look.spec.ts',
    fails: 'when a question has been without an answer for its patience',
  },
  {
    name: 'a store that was away once is away for ever',
    file: LOOK,
    find: 'this.#failing = null;\n    } catch',
    replace: '} catch',
    test: 'src/health/look.spec.ts',
    fails: 'no longer than until the next answer; when that was, is remembered',
  },
  {
    name: 'old facts that leave one after the other count as stuck',
    file: CONDITION,
    find: 'now - saidAt >= OLD_MS && now - firstSince >= FIRST_FOR_MS',
    replace: 'now - saidAt >= OLD_MS',
    test: RELAY,
    fails: 'while old facts leave one after the other',
  },
  {
    name: 'a fact that never leaves the outbox is not noticed',
    file: CONDITION,
    find: 'firstSince: this.#oldest?.id === oldest.id ? this.#oldest.firstSince : now',
    replace: 'firstSince: now',
    test: RELAY,
    fails: 'until the same fact has stood first for 30 s',
  },
  {
    name: 'a direct producer that has failed waits to be asked',
    file: 'src/log/direct-producer.ts',
    find: 'if (this.#failure) this.#recoverLater();',
    replace: '',
    test: 'test/log.e2e.spec.ts',
    fails: 'finds out by itself that what is said directly can be said again, since nobody may ask it to say anything',
    byWaiting: true,
  },
  {
    name: 'a service that stops is ready',
    file: 'src/service/runtime.ts',
    find: 'this.probes.drains();',
    replace: '',
    test: 'test/promises/10-ready.e2e.spec.ts',
    fails: 'is not ready from the moment at which it is told to stop, and alive until it has',
    byWaiting: true,
  },
  {
    name: 'a restart is wanted as soon as a store is back',
    file: PROBES,
    find: 'Math.max(trouble.since, calmSince)',
    replace: 'trouble.since',
    test: 'src/health/probes.spec.ts',
    fails: 'want no restart while a store is out of reach, nor for 5 minutes afterwards',
  },
  {
    name: 'a consumer that has crashed is not made anew',
    file: MEMBERSHIP,
    find: 'this.#ended.resolve(error);',
    replace: '',
    test: CRASH,
    fails: 'is made anew, whichever of them it is, and hears on',
    byWaiting: true,
  },
  {
    name: 'a consumer that hangs is waited for',
    file: 'src/consumer/consumer.ts',
    find: 'await Promise.race([ended, sleep(',
    replace: 'await Promise.all([ended, sleep(',
    test: CRASH,
    fails: HANGS,
    byWaiting: true,
  },
  {
    name: 'a consumer that hangs is not noticed',
    file: 'src/consumer/consumer.ts',
    find: 'if (this.#progress.isSilentFor(this.#replaceAfterMs))',
    replace: 'if (this.#replaceAfterMs === 0)',
    test: CRASH,
    fails: HANGS,
    byWaiting: true,
  },
  {
    name: 'a stop waits for a consumer that hangs',
    file: 'src/consumer/consumer.ts',
    find: 'await Promise.race([this.#member?.end(null), this.#running]);',
    replace: 'await this.#member?.end(null);',
    test: CRASH,
    fails: 'holds up no stop of its service',
    byWaiting: true,
  },
];
