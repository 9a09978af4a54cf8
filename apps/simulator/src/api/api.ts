import { connect, services, type RideClient, type ServiceName } from '@ride/client';
import { settings, type Settings } from '@ride/configuration';
import { z } from 'zod';
import { SimulatorError } from '../simulator-error.js';

export { services as SERVICES, type ServiceName } from '@ride/client';

/** A service may be killed and started again in the middle of a run: this long it is waited for. */
const PATIENCE_MS = 60_000;
const ISSUER_MS = 5_000;

/** What was sent over the wire, for the summary. */
export interface Traffic {
  requests: number;
  /** Attempts that had no answer, or one that said to come again. */
  repeats: number;
}

/** Every service's client, with one person's token. */
export type Apps = { readonly [S in ServiceName]: RideClient<S> };

/** A service as operators and probes see it: those routes are the same everywhere. */
export function anyOf(apps: Apps, service: ServiceName): Pick<RideClient<'booking'>, 'GET' | 'POST'> {
  return apps[service] as unknown as RideClient<'booking'>;
}

type Places = Pick<Settings, 'urls'> & { readonly identity: Pick<Settings['identity'], 'issuer'> };
const Token = z.object({ access_token: z.string(), sub: z.uuid() });

/** The five services and the issuer of tokens, as anybody may reach them. */
export class Api {
  readonly traffic: Traffic = { requests: 0, repeats: 0 };

  constructor(private readonly places: Places = settings()) {}

  /** The services' clients; without a token, for what needs none. */
  apps(token?: string, patienceMs = PATIENCE_MS): Apps {
    const app = <S extends ServiceName>(service: S) =>
      connect(service, {
        url: this.places.urls[service],
        ...(token !== undefined && { token }),
        patienceMs,
        onAttempt: (attempt, { url }) => this.#count(attempt, url),
      });
    return Object.fromEntries(services.map((service) => [service, app(service)])) as unknown as Apps;
  }

  /** A token of somebody whom nobody knows yet, from the development issuer. Throws SimulatorError. */
  async token(role: string): Promise<{ readonly id: string; readonly token: string }> {
    const { issuer } = this.places.identity;
    const body = JSON.stringify({ role });
    const answer = await fetch(`${issuer}/token`, { method: 'POST', body, signal: AbortSignal.timeout(ISSUER_MS) })
      .then(async (response) => Token.parse(await response.json()))
      .catch((cause: unknown) => {
        const todo = 'the simulator needs the development issuer of npm start';
        throw new SimulatorError('issuer_unreachable', `No token came from ${issuer}: ${todo}.`, { cause });
      });
    return { id: answer.sub, token: answer.access_token };
  }

  #count(attempt: number, url: string): void {
    if (url.endsWith('/events')) return; // a stream is opened again whenever it breaks off
    this.traffic.requests += 1;
    if (attempt > 1) this.traffic.repeats += 1;
  }
}
