import { BEGIN } from './clock.js';

/** One thing that happened in the world. */
interface Event {
  readonly at: number;
  readonly who: string;
  readonly did: string;
  readonly what: string;
  readonly data: object | undefined;
}

/** What happened, in order: who did, said and heard what. */
export class Trace {
  readonly #events: Event[] = [];
  readonly #names = new Map<string, string>();
  readonly #kinds = new Map<string, number>();

  constructor(private readonly now: () => number) {}

  add(who: string, did: string, what: string, data?: object): void {
    this.#events.push({ at: this.now(), who, did, what, data });
  }

  /** The id is shown as this name. */
  name(id: string, name: string): void {
    this.#names.set(id, name);
  }

  /** The id is shown by its kind and a number: `ride 1`, `offer 3`. */
  #call(id: string, kind: string): void {
    if (this.#names.has(id)) return;
    const number = (this.#kinds.get(kind) ?? 0) + 1;
    this.#kinds.set(kind, number);
    this.#names.set(id, `${kind} ${number}`);
  }

  get text(): string {
    for (const { data } of this.#events) this.#callOffers(data);
    return this.#events
      .map(
        ({ at, who, did, what, data }) => `${time(at)}  ${who.padEnd(10)} ${did.padEnd(7)} ${what}${this.#tell(data)}`,
      )
      .map((line) => line.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => this.#names.get(id) ?? id))
      .join('\n');
  }

  #callOffers(data: object | undefined): void {
    if (data && 'rideId' in data) this.#call(String(data.rideId), 'ride');
    if (data && 'offerId' in data) this.#call(String(data.offerId), 'offer');
  }

  #tell(data: object | undefined): string {
    if (data === undefined) return '';
    const shown = Object.entries(data).flatMap(([name, value]) => {
      if (value === undefined || HIDDEN.has(name)) return [];
      const text = name.endsWith('At') && typeof value === 'number' ? time(value) : plain(value);
      return [name.endsWith('Id') ? text : `${name} ${text}`];
    });
    return shown.length > 0 ? `  (${shown.join(', ')})` : '';
  }
}

/** They say nothing about the order of things. */
const HIDDEN = new Set(['pickup', 'dropoff', 'location', 'fareEstimate', 'riderId', 'area', 'vehicleClass']);

function plain(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'minor' in value) return String(value.minor);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Since the world began: minutes, seconds and milliseconds. */
function time(at: number): string {
  const ms = at - BEGIN;
  const sign = ms < 0 ? '-' : ' ';
  const [minutes, rest] = [Math.floor(Math.abs(ms) / 60_000), Math.abs(ms) % 60_000];
  return `${sign}${String(minutes).padStart(3)}:${(rest / 1000).toFixed(3).padStart(6, '0')}`;
}
