import { RideProblem } from '@ride/client';
import { useEffect } from 'react';
import { queries } from '../app/queries.js';

/** Somebody's token has ended, or a service no longer believes it: they sign in again. */
export function useEnded(ended: () => void): void {
  useEffect(
    () =>
      queries.getQueryCache().subscribe(({ type, query: { state } }) => {
        const { error } = state;
        if (type === 'updated' && error instanceof RideProblem && error.status === 401) ended();
      }),
    [ended],
  );
}

/** What one person has seen is not for the next. */
export function forgetWhatWasSeen(): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'config' });
}
