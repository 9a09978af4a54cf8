import { randomUUID } from 'node:crypto';
import { settings, type Settings } from '@ride/configuration';
import type { z } from 'zod';
import { SimulatorError } from '../simulator-error.js';
import { Edge, type Answer, type Call } from './http.js';
import { patiently } from './patience.js';
import { refusalOf } from './problem.js';

export const SERVICES = ['rider', 'driver', 'matching', 'booking', 'notification'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** A service may be killed and started again in the middle of a run: this long it is waited for. */
const PATIENCE_MS = 60_000;

/** What was sent over the wire, for the summary. */
export interface Traffic {
  requests: number;
  /** Attempts that had no answer, or one that said to come again. */
  repeats: number;
}

type Places = Pick<Settings, 'urls'> & { readonly identity: Pick<Settings['identity'], 'issuer'> };

/** The five services and the issuer of tokens, as anybody may reach them. */
export class Api {
  readonly traffic: Traffic = { requests: 0, repeats: 0 };
  readonly #edges: Readonly<Record<ServiceName | 'issuer', Edge>>;

  constructor({ urls, identity }: Places = settings()) {
    const edge = (url: string) => new Edge(url.replace(/\/+$/, ''));
    this.#edges = {
      rider: edge(urls.rider),
      driver: edge(urls.driver),
      matching: edge(urls.matching),
      booking: edge(urls.booking),
      notification: edge(urls.notification),
      issuer: edge(identity.issuer),
    };
  }

  edge(service: ServiceName): Edge {
    return this.#edges[service];
  }

  /** One attempt, counted. Throws as Edge.call, and Refusal for an answer of 400 and above. */
  async once(service: ServiceName | 'issuer', call: Call): Promise<Answer> {
    this.traffic.requests += 1;
    const answer = await this.#edges[service].call(withKey(call));
    if (answer.status < 400) return answer;
    throw refusalOf(`${call.method} ${service}${call.path}`, answer.status, answer.body);
  }

  /** Asks until there is an answer, under one key. Throws Refusal or SimulatorError. */
  ask(service: ServiceName | 'issuer', asked: Call, signal?: AbortSignal): Promise<Answer> {
    const call = withKey(asked);
    return patiently(
      (attempt) => {
        if (attempt > 1) this.traffic.repeats += 1;
        return this.once(service, call);
      },
      { patienceMs: PATIENCE_MS, signal },
    );
  }

  /** As ask, with the answer's body in the shape that is expected of it. */
  async get<S extends z.ZodType>(
    service: ServiceName | 'issuer',
    call: Call,
    shape: S,
    signal?: AbortSignal,
  ): Promise<z.infer<S>> {
    return shaped(`${call.method} ${service}${call.path}`, (await this.ask(service, call, signal)).body, shape);
  }

  close(): void {
    for (const edge of Object.values(this.#edges)) edge.close();
  }
}

/** What a POST starts is started once, however often it is sent. */
function withKey(call: Call): Call {
  return call.method === 'POST' ? { key: randomUUID(), ...call } : call;
}

/** Throws SimulatorError('unexpected_answer') when a body has another shape than the contract says. */
export function shaped<S extends z.ZodType>(what: string, body: unknown, shape: S): z.infer<S> {
  const parsed = shape.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new SimulatorError('unexpected_answer', `${what} answered ${issue?.path.join('.')}: ${issue?.message}.`);
}
