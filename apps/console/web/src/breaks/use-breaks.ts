import { services, type ServiceName } from '@ride/client';
import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, type Asking } from '../api/ask.js';
import { useConfig } from '../app/config-gate.js';
import { useSession } from '../identity/session.js';
import type { BreakList, Faults } from './breaks-api.js';

const LIVE_MS = 1_000;

/** What is broken at each service, and what can be. */
export function useBreaks() {
  const config = useConfig();
  const { token } = useSession();
  const results = useQueries({
    queries: services.map((name) => ({
      queryKey: ['breaks', name],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        ask<BreakList>(`${config.services[name]}/breaks`, token, { signal }),
      refetchInterval: LIVE_MS,
    })),
  });
  return services.map((name, i) => ({ name, result: results[i] }));
}

/** Does something at a service's /breaks and then looks again. */
export function useBreaking(service: ServiceName) {
  const config = useConfig();
  const { token } = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ path, ...asking }: Asking & { readonly path: string }) =>
      ask<unknown>(`${config.services[service]}/breaks${path}`, token, asking),
    onSettled: () => queries.invalidateQueries({ queryKey: ['breaks', service] }),
  });
}

export function useFaults() {
  const { faultsUrl } = useConfig();
  const { token } = useSession();
  const queries = useQueryClient();
  const faults = useQuery({
    queryKey: ['faults'],
    queryFn: ({ signal }) => ask<Faults>(`${faultsUrl}/faults`, token, { signal }),
    refetchInterval: LIVE_MS,
    enabled: faultsUrl !== null,
  });
  const breaking = useMutation({
    mutationFn: (asking: Asking) => ask<Faults>(`${faultsUrl}/faults/broker`, token, asking),
    onSettled: () => queries.invalidateQueries({ queryKey: ['faults'] }),
  });
  return { faults, breaking };
}
