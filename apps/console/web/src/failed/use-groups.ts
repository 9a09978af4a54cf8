import { answerOf, services, type ServiceName } from '@ride/client';
import { useQueries } from '@tanstack/react-query';
import { useServices } from '../api/services.js';
import type { Wish } from './filter.js';

const LIVE_MS = 2_000;

/** The groups of each service that is asked; one that does not answer hides none of the others. */
export function useGroups({ service, status, filter }: Wish) {
  const edges = useServices();
  const asked: readonly ServiceName[] = service === undefined ? services : [service];
  const results = useQueries({
    queries: asked.map((name) => ({
      queryKey: ['groups', name, status, filter],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        answerOf(edges[name].GET('/dead-letters/groups', { params: { query: { ...filter, status } }, signal })),
      refetchInterval: LIVE_MS,
    })),
  });
  return asked.map((name, i) => ({ name, result: results[i] }));
}
