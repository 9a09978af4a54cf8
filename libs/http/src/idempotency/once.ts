import { hash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Rejected } from '@ride/decider';
import type { Tx, UnitOfWork } from '@ride/messaging';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { identityOf } from '../caller.js';
import { problems } from '../problem.js';
import { causeOf } from '../request.js';
import { fingerprintOf } from './fingerprint.js';
import { IdempotencyKeyRow } from './key-row.js';
import { idempotencyKeyOf } from './key.js';
import { needsKey } from './says-of-keys.js';

/** What a request is answered when it has been done. */
export interface Done<Body> {
  /** Without it, its route's. */
  readonly status?: number;
  readonly body?: Body;
  readonly location?: string;
}

/** Does what a request starts once for each Idempotency-Key of its caller. */
export interface Once {
  /** The caller's key as a UUID: an id for what is started under it. */
  readonly id: string;
  /**
   * Runs the work in a unit of work that also keeps its answer; the same request sent again is answered that, and nothing is
   * run. What is thrown undoes all and keeps nothing; a refusal that is returned is thrown as well, but what was saved stays.
   * Throws Problem: `request_in_flight` while the same key is worked on, on whichever instance, and `idempotency_key_reused`.
   */
  run<Body>(work: UnitOfWork, act: Act<Body>): Promise<Body>;
  /**
   * As `run`, for what has a transaction of its own, and does nothing when it is done again under the same id: the answer is
   * kept before it is given. Another instance that is asked at the same time does so, too, instead of telling.
   */
  keep<Body>(work: UnitOfWork, act: () => Promise<Done<Body>>): Promise<Body>;
}
type Act<Body> = (tx: Tx) => Promise<Done<Body> | Rejected | undefined>;

type Outcome = 'in flight' | Rejected | { readonly kept: IdempotencyKeyRow; readonly isNew: boolean };

/** The keys that an instance works on: whoever sends one of them again is told so before it takes a session. */
const underWay = new WeakMap<UnitOfWork, Set<string>>();

class OnceForRequest implements Once {
  constructor(
    readonly id: string,
    private readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
  ) {}

  run<Body>(work: UnitOfWork, act: Act<Body>): Promise<Body> {
    return this.#alone(work, () => work.run(causeOf(this.request), (tx) => this.#keep(tx, act)));
  }

  keep<Body>(work: UnitOfWork, act: () => Promise<Done<Body>>): Promise<Body> {
    return this.#alone(work, async () => {
      const known = await work.read(IdempotencyKeyRow, this.id);
      if (known !== undefined) return { kept: known, isNew: false };
      const done = await act();
      return work.run(causeOf(this.request), (tx) => this.#keep(tx, () => Promise.resolve(done)));
    });
  }

  async #alone<Body>(work: UnitOfWork, act: () => Promise<Outcome>): Promise<Body> {
    const keys = underWay.get(work) ?? new Set();
    underWay.set(work, keys);
    if (keys.has(this.id)) throw problems.request_in_flight();
    keys.add(this.id);
    try {
      return this.#answer(await act()) as Body;
    } finally {
      keys.delete(this.id);
    }
  }

  async #keep(tx: Tx, act: Act<unknown>): Promise<Outcome> {
    const known = await tx.claim(IdempotencyKeyRow, this.id);
    // Told, not thrown: others share the transaction.
    if (known === 'taken') return 'in flight';
    if (known !== undefined) return { kept: known, isNew: false };
    const done = await act(tx);
    if (done instanceof Rejected) return done;
    const { status = this.reply.statusCode, body = null, location = null } = done ?? {};
    const fingerprint = this.#fingerprint;
    const kept = { id: this.id, fingerprint, status, body, location, at: new Date(tx.now) };
    tx.save(IdempotencyKeyRow, kept);
    return { kept, isNew: true };
  }

  #answer(outcome: Outcome): unknown {
    if (outcome === 'in flight') throw problems.request_in_flight();
    if (outcome instanceof Rejected) throw outcome;
    const { kept, isNew } = outcome;
    if (!isNew && kept.fingerprint !== this.#fingerprint) throw problems.idempotency_key_reused();
    if (!isNew) void this.reply.header('idempotency-replayed', 'true');
    if (kept.location !== null) void this.reply.header('location', kept.location);
    void this.reply.code(kept.status);
    return kept.body ?? undefined;
  }

  get #fingerprint(): string {
    return fingerprintOf(this.request.url, this.request.body);
  }
}

/** A UUID of what one person calls by the key (version 8, by SHA-256). */
function idOf(sub: string, key: string): string {
  const hex = hash('sha256', `${sub}\n${key}`, 'hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(12, 15)}-a${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
}

/** For a POST that starts something: it needs an Idempotency-Key. */
export const Once = createParamDecorator(
  (_: unknown, context: ExecutionContext): Once => {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const key = idempotencyKeyOf(request);
    return new OnceForRequest(idOf(identityOf(request).sub, key), request, http.getResponse<FastifyReply>());
  },
  [needsKey],
);
