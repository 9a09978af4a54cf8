import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { settings } from '@ride/configuration';
import { isAccepted, isPutOff, type Asked } from './asked.js';

const PASSENGERS = 10;
const BREATH_MS = 400;
const ANSWER_MS = 20_000;
/** None of the simulator's drivers has one, so that nobody but the passenger ends these rides. */
const VEHICLE = 'xl';
const WISH = {
  pickup: { lat: 40.758, lng: -73.9855 },
  dropoff: { lat: 40.7074, lng: -74.0113 },
  vehicleClass: VEHICLE,
};

/**
 * People who change their profile, ask for a ride and cancel it, over and over, each one request after the other: for every key
 * the order in which its requests were accepted is known.
 */
export class Passengers {
  readonly asked: Asked[] = [];
  readonly rides: string[] = [];
  readonly #leaving = new AbortController();
  readonly #url: string;
  readonly #issuer: string;
  #acting: readonly Promise<void>[] = [];

  constructor(env: NodeJS.ProcessEnv) {
    const { urls, identity } = settings(env);
    this.#url = urls.rider;
    this.#issuer = identity.issuer;
  }

  start(): void {
    this.#acting = Array.from({ length: PASSENGERS }, () => this.#act());
    for (const each of this.#acting) each.catch(() => undefined); // told by leave
  }

  /** Resolves when each has the answer to its last request. */
  async leave(): Promise<void> {
    this.#leaving.abort();
    await Promise.all(this.#acting);
  }

  async #act(): Promise<void> {
    const { signal } = this.#leaving;
    const response = await fetch(`${this.#issuer}/token`, { method: 'POST', body: JSON.stringify({ role: 'rider' }) });
    const { access_token: token, sub } = (await response.json()) as { access_token: string; sub: string };
    for (let n = 1; !signal.aborted; n += 1) {
      await this.#ask(token, sub, 'PUT', '/profile', { name: `Passenger, for the ${n}. time` });
      const wish = await this.#ask(token, undefined, 'POST', '/rides', WISH);
      if (isAccepted(wish)) {
        this.rides.push(wish.key);
        // Nobody else ends it: whoever is put off comes again.
        while (isPutOff(await this.#ask(token, wish.key, 'POST', `/rides/${wish.key}/cancellation`, {})))
          await sleep(BREATH_MS);
      }
      await sleep(BREATH_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** `key`: absent when the answer names the new ride. */
  async #ask(token: string, key: string | undefined, method: string, path: string, body: object): Promise<Asked> {
    const sentAt = performance.now();
    const what = `${method} ${key === undefined ? path : path.replace(key, ':ride')}`;
    const told = await this.#send(token, method, path, body).catch(() => undefined);
    const asked = {
      key: key ?? told?.rideId ?? '',
      what,
      requestId: told?.requestId ?? '',
      status: told?.status ?? 0,
      saysWhen: told?.saysWhen ?? false,
      sentAt,
      ms: performance.now() - sentAt,
    };
    this.asked.push(asked);
    return asked;
  }

  async #send(token: string, method: string, path: string, body: object) {
    const response = await fetch(this.#url + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    const { headers, status } = response;
    const { rideId } = (await response.json()) as { rideId?: string };
    const isProblem = headers.get('content-type')?.startsWith('application/problem+json') ?? false;
    const saysWhen = isProblem && Number(headers.get('retry-after')) > 0;
    return { status, rideId, saysWhen, requestId: headers.get('x-correlation-id') ?? '' };
  }
}
