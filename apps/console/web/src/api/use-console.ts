import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useSession } from '../identity/session.js';
import { ask } from './ask.js';

interface Reading {
  /** Read again after so long, milliseconds. */
  readonly every?: number;
  readonly enabled?: boolean;
}

/** What the console's own server answers to GET `path`; what was shown stays until the next answer. */
export function useConsole<T>(path: string, { every, enabled = true }: Reading = {}): UseQueryResult<T> {
  const { token } = useSession();
  return useQuery({
    queryKey: ['console', path],
    queryFn: ({ signal }) => ask<T>(path, token, { signal }),
    refetchInterval: every ?? false,
    enabled,
  });
}
