import { Rejected } from '@ride/decider';
import type { Caller, Once } from '@ride/http';
import type { Cause, UnitOfWork } from '@ride/messaging';
import type { Service } from '../model/service.js';
import { Violation } from '../model/violation.js';
import type { World } from '../world.js';

/** Somebody who uses a service's REST API: the methods of its controllers. */
export abstract class Person {
  #requests = 0;

  constructor(
    protected readonly world: World,
    /** A UUID. */
    readonly id: string,
    readonly name: string,
    private readonly role: 'rider' | 'driver',
  ) {
    world.trace.name(id, name);
  }

  /** Asks the service for something. Answers what it answered; undefined when it refused. */
  protected async ask<T>(
    service: Service,
    what: string,
    request: (caller: Caller, once: Once) => Promise<T>,
  ): Promise<T | undefined> {
    const { clock, trace } = this.world;
    this.#requests += 1;
    const id = `request ${this.#requests} of ${this.name}`;
    const cause: Cause = { id, correlationId: id };
    const caller: Caller = { sub: this.id, role: this.role, expiresAt: Infinity, cause };
    trace.add(this.name, 'asks', what);
    try {
      return await clock.by(service.skewMs, () => request(caller, onceFor(cause)));
    } catch (error) {
      if (!(error instanceof Rejected)) {
        if (error instanceof Violation) throw error;
        throw new Violation('What is asked for is done or refused by a code', `${what}: ${String(error)}`, {
          cause: error,
        });
      }
      trace.add(service.name, 'refuses', error.code);
      return undefined;
    }
  }
}

/** Nobody here sends a request again, so each is done. */
function onceFor(cause: Cause): Once {
  return {
    id: cause.id,
    keep: async (_, act) => (await act()).body as never,
    async run<Body>(work: UnitOfWork, act: Parameters<Once['run']>[1]) {
      const done = await work.run(cause, act);
      if (done instanceof Rejected) throw done;
      return done?.body as Body;
    },
  };
}
