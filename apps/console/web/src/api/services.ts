import { connect, services, type RideClient, type Schemas, type ServiceName } from '@ride/client';
import { useMemo } from 'react';
import { useConfig } from '../app/config-gate.js';
import { useSession } from '../identity/session.js';

/** What every service offers operators is the same in each document: it is called as the rider service's. */
export type Edge = RideClient<'rider'>;
export type Shapes = Schemas<'rider'>;

/** A person waits for the page: it soon says that a service can't be reached. */
const PATIENCE_MS = 2_000;
const ATTEMPT_MS = 15_000;

/** Clients of the five services, with the token of whoever is signed in. */
export function useServices(): Readonly<Record<ServiceName, Edge>> {
  const config = useConfig();
  const { token } = useSession();
  return useMemo(() => {
    const clients = services.map((name) => {
      const options = { url: config.services[name], token, patienceMs: PATIENCE_MS, attemptMs: ATTEMPT_MS };
      return [name, connect(name as 'rider', options)] as const;
    });
    return Object.fromEntries(clients) as Record<ServiceName, Edge>;
  }, [config, token]);
}
