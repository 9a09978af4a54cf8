import { setTimeout as wait } from 'node:timers/promises';

/** How the broker is taken away: stopped in order and started again, or frozen, so that it holds its connections and is silent. */
export const OUTAGES = ['stop', 'freeze'] as const;
export type OutageKind = (typeof OUTAGES)[number];

export interface BrokerState {
  readonly state: 'up' | 'stopping' | 'stopped' | 'frozen' | 'starting';
  /** Null: it is not taken away. */
  readonly how: OutageKind | null;
  /** ISO 8601, UTC: since when it is so, and until when it is taken away. */
  readonly since: string;
  readonly until: string | null;
}

/** What can be done to the component that is the broker. */
export interface Haltable {
  halt(): Promise<void>;
  /** Rejects when it does not come up. */
  resume(): Promise<void>;
  freeze(): Promise<void>;
  thaw(): Promise<void>;
}

/** So often a broker that does not come up again is tried to be started. */
const TRIES = 3;

/** Takes the broker away for a time, one outage after the other. */
export class BrokerOutage {
  #state: BrokerState = { state: 'up', how: null, since: new Date().toISOString(), until: null };
  #end = new AbortController();

  constructor(
    private readonly broker: Haltable,
    /** Told when the broker does not come back. */
    private readonly failed: (error: unknown) => void,
  ) {}

  get state(): BrokerState {
    return this.#state;
  }

  get isUnderWay(): boolean {
    return this.#state.state !== 'up';
  }

  /** Begins; how far it is, `state` tells. Not while another one is under way. */
  begin(how: OutageKind, seconds: number): void {
    this.#end = new AbortController();
    this.#is(how === 'stop' ? 'stopping' : 'frozen', how, seconds);
    const outage = how === 'stop' ? this.#stopped(seconds) : this.#frozen(seconds);
    outage.catch((error: unknown) => {
      this.failed(error);
      this.#is('up', null);
    });
  }

  /** Ends the outage before its time. */
  end(): void {
    this.#end.abort();
  }

  async #stopped(seconds: number): Promise<void> {
    await this.broker.halt();
    this.#is('stopped', 'stop', seconds);
    await this.#wait(seconds);
    this.#is('starting', 'stop');
    for (let tries = 1; ; tries += 1) {
      try {
        await this.broker.resume();
        break;
      } catch (error) {
        if (tries === TRIES) throw error;
      }
    }
    this.#is('up', null);
  }

  async #frozen(seconds: number): Promise<void> {
    await this.broker.freeze();
    await this.#wait(seconds);
    await this.broker.thaw();
    this.#is('up', null);
  }

  async #wait(seconds: number): Promise<void> {
    await wait(seconds * 1_000, undefined, { signal: this.#end.signal }).catch(() => undefined);
  }

  /** `seconds`: how long it stays so. */
  #is(state: BrokerState['state'], how: OutageKind | null, seconds?: number): void {
    const now = Date.now();
    const until = seconds === undefined ? null : new Date(now + seconds * 1_000).toISOString();
    this.#state = { state, how, since: new Date(now).toISOString(), until };
  }
}
