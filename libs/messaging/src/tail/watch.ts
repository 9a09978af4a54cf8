import type { AnyFactType, FactOf } from '@ride/events';
import type { Handler, Heard, Some } from '../transport/on.js';

export interface WatchOptions {
  /** How much of what was said before it began to look it is given, too: so many milliseconds, or all. */
  readonly last: number | 'all';
}

/** A fact, and when the broker appended it, UTC milliseconds. */
export type Watched<F> = Heard<F> & { readonly appendedAt: number };

const WATCHED = Symbol('watched facts');

interface Watch extends WatchOptions {
  readonly facts: readonly AnyFactType[];
}

/**
 * For whoever shows what goes on: every instance is given every fact, in order per key and in batches, as no group's member. It must not
 * throw and keeps nothing up; after a restart it begins anew.
 */
export function Watch<const F extends Some>(
  options: WatchOptions,
  ...facts: F
): Handler<(facts: readonly Watched<F[number]>[]) => void> {
  return (target, key, method) => Reflect.defineMetadata(WATCHED, { ...options, facts }, method.value as object);
}

/** A method that watches, found by its decorator. */
export interface Watcher extends Watch {
  readonly see: (facts: readonly (FactOf<AnyFactType> & { readonly appendedAt: number })[]) => void;
}

export function watchersOf(watching: object): readonly Watcher[] {
  const prototype = Object.getPrototypeOf(watching) as Record<string, unknown>;
  return Object.getOwnPropertyNames(prototype).flatMap((name): Watcher[] => {
    const method = prototype[name];
    const watch = typeof method === 'function' && (Reflect.getMetadata(WATCHED, method) as Watch | undefined);
    return watch ? [{ ...watch, see: (method as Watcher['see']).bind(watching) }] : [];
  });
}
