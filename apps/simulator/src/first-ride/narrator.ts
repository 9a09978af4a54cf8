import type { LiveEvent } from '@ride/client';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { money } from '../figures/report.js';
import type { Witness } from '../run/world.js';
import type { Message } from './messages.js';

const Money = z.object({ minor: z.number(), currency: z.string() });
type Who = 'rider' | 'driver';
/** The last message of a completed ride, by whom it is for. */
const LAST: Readonly<Record<Who, string>> = { rider: 'receipt', driver: 'earnings' };
const TOLD_MS = 5_000;

/** Tells a ride on the terminal, line by line: what people do (>), what their apps hear (<), what is written to them ("). */
export class Narrator implements Witness {
  /** When the ride was asked for; what comes before has no time. */
  #began: number | undefined;
  readonly #told = { rider: Promise.withResolvers<void>(), driver: Promise.withResolvers<void>() };

  did(who: Who, what: string): void {
    const [method = '', path = ''] = what.split(' ');
    if (path === '/rides') this.#began = performance.now();
    this.#line(who, '>', `${method} ${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => `…${id.slice(-4)}`)}`);
  }

  heard(who: Who, { type, data }: LiveEvent<Who>): void {
    this.#line(who, '<', `${type.padEnd(16)} ${detailsOf(data)}`);
  }

  wrote(who: Who, { kind, text }: Message): void {
    this.#line(who, '"', text);
    if (kind === LAST[who]) this.#told[who].resolve();
  }

  /** Resolves when both have their last message, or after a while without. */
  async untilBothWereTold(): Promise<void> {
    const { rider, driver } = this.#told;
    await Promise.race([Promise.all([rider.promise, driver.promise]), sleep(TOLD_MS)]);
  }

  #line(who: Who, sign: string, text: string): void {
    const ms = this.#began === undefined ? '' : `${Math.round(performance.now() - this.#began)} ms`;
    console.log(`${ms.padStart(9)}  ${who.padEnd(6)} ${sign} ${text.trimEnd()}`);
  }
}

/** What is worth a look in an event: amounts and the way to the pickup. */
function detailsOf(data: unknown): string {
  const fields = typeof data === 'object' && data !== null ? Object.entries(data) : [];
  return fields
    .flatMap(([name, value]) => {
      const amount = Money.safeParse(value);
      if (amount.success) return [`${name} ${money(amount.data.minor, amount.data.currency)}`];
      return name === 'pickupEtaSeconds' && typeof value === 'number' ? [`pickup in ${value} s`] : [];
    })
    .join(', ');
}
