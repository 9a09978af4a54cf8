import type { Entry, Kind } from '../api/journey.js';
import { durationText, secondsBetween, wordsOf } from '../parts/format.js';
import type { Tone } from '../parts/notice.js';

export const KINDS: readonly { readonly kind: Kind; readonly many: string; readonly one: string }[] = [
  { kind: 'request', one: 'request', many: 'requests' },
  { kind: 'fact', one: 'fact', many: 'facts' },
  { kind: 'handled', one: 'handling', many: 'handlings' },
  { kind: 'retry', one: 'retry', many: 'retries' },
  { kind: 'dead-letter', one: 'dead letter', many: 'dead letters' },
];

/** What an entry says in a line, and in a second one below it. */
export interface EntryText {
  readonly title: string;
  readonly more: string;
  readonly tone: Tone;
}

export function textOf(entry: Entry, factOf: (id: string) => string | undefined): EntryText {
  switch (entry.kind) {
    case 'request':
      return { title: entry.request ?? 'A request', more: `asked of ${entry.service}`, tone: 'plain' };
    case 'fact':
      return { title: wordsOf(entry.type), more: `said by ${entry.service}`, tone: 'plain' };
    case 'handled': {
      const { outcome, attempt, tookMs } = entry;
      const again = attempt > 1 ? `, attempt ${attempt}` : '';
      const took = tookMs === null ? '' : ` in ${durationText(tookMs / 1000)}`;
      return {
        title: `${cause(entry, factOf)} ${outcome === 'done' ? 'handled' : wordsOf(outcome).toLowerCase()}${again}`,
        more: `by ${entry.subscription}${took}`,
        tone: outcome === 'done' ? 'plain' : 'warn',
      };
    }
    case 'retry': {
      const wait = entry.dueAt === null ? '' : `, again after ${durationText(secondsBetween(entry.at, entry.dueAt))}`;
      return {
        title: `${cause(entry, factOf)} failed, attempt ${entry.attempt}${wait}`,
        more: `${entry.subscription}: ${entry.error ?? 'no error was told'}`,
        tone: 'warn',
      };
    }
    case 'dead-letter':
      return {
        title: `${cause(entry, factOf)} given up after ${entry.attempts} ${entry.attempts === 1 ? 'attempt' : 'attempts'}`,
        more: `${entry.subscription}: ${entry.error ?? entry.reason ?? 'no error was told'}`,
        tone: 'bad',
      };
  }
}

function cause({ causationId }: Entry, factOf: (id: string) => string | undefined): string {
  const type = causationId === null ? undefined : factOf(causationId);
  return type === undefined ? 'A fact' : wordsOf(type);
}
