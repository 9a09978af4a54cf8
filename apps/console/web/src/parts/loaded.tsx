import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemNotice } from './problem-notice.js';
import { Waiting } from './waiting.js';

interface Props<T> {
  readonly query: UseQueryResult<T>;
  /** What it is, for when it can’t be had: `The overview`. */
  readonly what: string;
  readonly children: (data: T) => ReactNode;
}

/** What a query has found: while it looks, when it can't, and then. What is known stays when a later look fails. */
export function Loaded<T>({ query: { data, error, refetch }, what, children }: Props<T>) {
  return (
    <>
      {error !== null && (
        <ProblemNotice
          title={
            data === undefined ? `${what} can’t be shown` : `${what} can’t be read anew: this is what was last known`
          }
          error={error}
          onRetry={() => void refetch()}
        />
      )}
      {data === undefined ? error === null && <Waiting /> : children(data)}
    </>
  );
}
