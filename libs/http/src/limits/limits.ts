import type { OnModuleInit } from '@nestjs/common';
import { normalizeIp } from '@nestjs/throttler';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Callers } from '../callers.js';
import { Problem } from '../problem.js';
import type { SharedWindows } from './shared-windows.js';
import { spend, type Policy } from './spend.js';

/** Of the requests from an address, one in so many may be without a token that holds. */
const STRANGERS = 10;

/** Requests a minute; null: not limited. */
export interface Figures {
  readonly person: number | null;
  readonly address: number | null;
}

/** A route that a person may not call as often as others. */
export interface LimitedRoute {
  readonly name: string;
  readonly perMinute: number;
}

/** By what requests are counted: by person, whatever their tokens and addresses; by address, whoever is behind it. */
export class Limits implements OnModuleInit {
  constructor(
    private readonly windows: SharedWindows,
    private readonly callers: Callers,
    private readonly figures: Figures,
    private readonly prefix: string,
  ) {}

  onModuleInit(): void {
    if (this.areOn) this.windows.open();
  }

  get areOn(): boolean {
    return this.figures.person !== null || this.figures.address !== null;
  }

  /** Counts a request. Throws Problem `too_many_requests`. */
  async spend(request: FastifyRequest, reply: FastifyReply, route?: LimitedRoute): Promise<void> {
    await spend(this.windows, reply, await this.#policies(request, route));
  }

  /** Counts a request that nobody asks the token of. Throws Problem `too_many_requests`. */
  async spendAsStranger(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await spend(this.windows, reply, this.#ofStranger(request));
  }

  async #policies(request: FastifyRequest, route?: LimitedRoute): Promise<readonly Policy[]> {
    const [address, stranger] = [this.#ofAddress(request), this.#ofStranger(request)];
    // No token is looked at for who is refused anyway; so guessing ends, while those who had come in before stay in.
    const before = this.callers.haveSeen(request) ? address : stranger;
    if (before.some(({ window }) => this.windows.fullFor(window) > 0)) return before;
    try {
      const { sub } = await this.callers.of(request);
      return [...this.#ofPerson(sub, route), ...address];
    } catch (error) {
      // Nobody is to blame for a token that can't be verified now.
      return error instanceof Problem && error.status === 401 ? stranger : address;
    }
  }

  #ofPerson(person: string, route: LimitedRoute | undefined): readonly Policy[] {
    const { person: perMinute } = this.figures;
    if (perMinute === null) return [];
    const all: Policy = { name: 'person', perMinute, window: `${this.prefix}person:${person}` };
    if (route === undefined) return [all];
    return [{ ...route, name: 'route', window: `${this.prefix}${route.name}:${person}` }, all];
  }

  #ofAddress({ ip }: FastifyRequest): readonly Policy[] {
    const { address: perMinute } = this.figures;
    return perMinute === null
      ? []
      : [{ name: 'address', perMinute, window: `${this.prefix}address:${normalizeIp(ip)}` }];
  }

  #ofStranger(request: FastifyRequest): readonly Policy[] {
    return this.#ofAddress(request).flatMap((all) => {
      const perMinute = Math.ceil(all.perMinute / STRANGERS);
      return [{ name: 'unauthenticated', perMinute, window: `${all.window}:unauthenticated` } as const, all];
    });
  }
}
