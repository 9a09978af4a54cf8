import type { Shapes } from '../api/services.js';
import { count, numberText } from '../parts/format.js';

type Repair = Shapes['Repair'];

export interface Progress {
  /** Of its steps, 0 to 1. */
  readonly done: number;
  /** What was put back and has been handled, of all that it is about: 0 to 1; undefined for what is not put back. */
  readonly drained: number | undefined;
  /** Nothing more will come of it by itself. */
  readonly isOver: boolean;
  readonly text: string;
}

/** What became of steps that did not do what was wanted. */
const OTHERWISE: Readonly<Record<string, string>> = {
  overtaken: 'left, since later facts of their keys had been handled meanwhile',
  not_dead: 'left, since they had been repaired before',
  not_held: 'whose key was not held',
};

export function progressOf({ kind, status, total, done, outcomes, since }: Repair): Progress {
  const putsBack = kind === 'replay' || kind === 'edit';
  const parts = putsBack
    ? [`${count(since.handled, 'fact')} handled`, `${numberText(since.waiting)} in their queues`]
    : [
        `${numberText(outcomes[kind === 'discard' ? 'discarded' : 'released'] ?? 0)} ${kind === 'discard' ? 'discarded' : 'released'}`,
      ];
  if (since.deadAgain > 0) parts.push(`${numberText(since.deadAgain)} dead again`);
  for (const [outcome, n] of Object.entries(outcomes))
    if (OTHERWISE[outcome] !== undefined) parts.push(`${numberText(n)} ${OTHERWISE[outcome]}`);
  const isDone = status !== 'running';
  return {
    done: total === 0 ? Number(isDone) : done / total,
    drained: putsBack ? (total === 0 ? Number(isDone) : since.handled / total) : undefined,
    isOver: isDone && (!putsBack || since.waiting === 0),
    text: parts.join(', '),
  };
}

/** Facts a second between two looks at a repair; undefined before there are two. */
export function rateOf(looks: readonly { readonly at: number; readonly handled: number }[]): number | undefined {
  const [first, last] = [looks[0], looks.at(-1)];
  if (first === undefined || last === undefined || last.at <= first.at) return undefined;
  return ((last.handled - first.handled) * 1000) / (last.at - first.at);
}
