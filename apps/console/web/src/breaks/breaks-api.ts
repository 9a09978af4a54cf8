import type { ServiceName } from '@ride/client';

/** GET /breaks of a service; only where RIDE_BREAKS is on, so it stands in no released document. */
export interface BreakList {
  readonly handlers: readonly { readonly subscription: string; readonly handler: string; readonly fact: string }[];
  readonly subscriptions: readonly string[];
  readonly topics: readonly string[];
  readonly breaks: readonly Break[];
  readonly paused: readonly string[];
}
export interface Break {
  readonly breakId: string;
  readonly handler: string;
  readonly kind: BreakKind;
  readonly times: number | null;
  readonly key: string | null;
  readonly delayMs: number | null;
  readonly since: string;
  readonly hits: number;
}
export type BreakKind = 'fail' | 'fail_for_good' | 'slow';
export interface NewBreak {
  readonly handler: string;
  readonly kind: BreakKind;
  readonly times?: number;
  readonly key?: string;
  readonly delayMs?: number;
}

/** GET /faults of the local stack's keeper. */
export interface Faults {
  readonly broker: { readonly state: string; readonly until: string | null };
}

export const KIND_NAMES: Readonly<Record<BreakKind, string>> = {
  fail: 'fails, and is tried again',
  fail_for_good: 'fails for good: no attempt can help',
  slow: 'is slow',
};

/** A break in words. */
export function breakText({ handler, kind, times, key, delayMs }: Break): string {
  const how = kind === 'slow' ? `waits ${delayMs ?? 0} ms before it begins` : KIND_NAMES[kind];
  const often = times === null ? '' : `, ${times} ${times === 1 ? 'time' : 'times'}`;
  return `${handler} ${how}${often}${key === null ? '' : `, for the key ${key}`}`;
}

/** What somebody has filled in; what is empty is not said. */
export function newBreak(form: FormData): NewBreak {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const kind = text('kind') as BreakKind;
  const [times, key, delayMs] = [Number(text('times')), text('key'), Number(text('delayMs'))];
  return {
    handler: text('handler'),
    kind,
    ...(times > 0 && { times }),
    ...(key !== '' && { key }),
    ...(kind === 'slow' && { delayMs: delayMs > 0 ? delayMs : 1000 }),
  };
}

export interface Broken {
  readonly service: ServiceName;
  readonly list: BreakList;
}
