import type { Entry } from '../api/journey.js';
import { clockText, durationText, secondsBetween, timeText } from '../parts/format.js';

interface Detail {
  readonly name: string;
  readonly value: string;
  readonly isId?: boolean;
}

/** Everything that is known of an entry but its data, name by name. */
export function detailsOf(entry: Entry): readonly Detail[] {
  const known: (Detail | undefined)[] = [
    { name: 'Service', value: entry.service },
    { name: 'At', value: `${timeText(entry.at).slice(0, 10)} ${clockText(entry.at)} UTC` },
    ...own(entry),
    { name: 'Id', value: entry.id, isId: true },
    entry.causationId === null ? undefined : { name: 'Because of', value: entry.causationId, isId: true },
  ];
  return known.filter((each) => each !== undefined);
}

function own(entry: Entry): (Detail | undefined)[] {
  switch (entry.kind) {
    case 'request':
      return [{ name: 'Request', value: entry.request ?? 'not told' }];
    case 'fact':
      return [
        { name: 'In the log', value: `${durationText(secondsBetween(entry.at, entry.loggedAt))} later` },
        { name: 'Fact', value: entry.type },
        { name: 'Place', value: placeOf(entry) },
        entry.key === null ? undefined : { name: 'Key', value: entry.key, isId: true },
        entry.unreadable === null ? undefined : { name: 'Unreadable', value: entry.unreadable },
        entry.traceId === null ? undefined : { name: 'Trace', value: entry.traceId, isId: true },
      ];
    case 'handled':
      return [
        { name: 'Handler', value: `${entry.handler} of ${entry.subscription}` },
        { name: 'Outcome', value: entry.outcome },
        { name: 'Attempt', value: String(entry.attempt) },
        entry.tookMs === null ? undefined : { name: 'Took', value: durationText(entry.tookMs / 1000) },
      ];
    case 'retry':
      return [
        { name: 'Handler', value: `${entry.handler} of ${entry.subscription}` },
        { name: 'Attempt', value: String(entry.attempt) },
        entry.dueAt === null ? undefined : { name: 'Due', value: `${timeText(entry.dueAt)} UTC` },
        { name: 'Error', value: entry.error ?? 'none told' },
        { name: 'Place', value: placeOf(entry) },
      ];
    case 'dead-letter':
      return [
        { name: 'Handler', value: `${entry.handler} of ${entry.subscription}` },
        { name: 'Attempts', value: String(entry.attempts) },
        { name: 'Reason', value: entry.reason ?? 'none told' },
        { name: 'Error', value: entry.error ?? 'none told' },
        { name: 'Place', value: placeOf(entry) },
        entry.letterId === null ? undefined : { name: 'Dead letter', value: entry.letterId },
      ];
  }
}

function placeOf(at: { readonly topic: string; readonly partition: number; readonly offset: string | number }): string {
  return `${at.topic}, partition ${at.partition}, offset ${at.offset}`;
}
