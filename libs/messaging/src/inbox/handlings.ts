import { FactsHandled, handledText, type Handled } from '@ride/events';
import type { Envelope, Outgoing } from '../unit/outgoing.js';

/** So many characters of a text fit a record with room to spare: the broker takes 1 MB. */
const MOST_CHARACTERS = 400_000;
/** What we know correlation ids to be is shorter; what others have put there is cut. */
const LONGEST_CORRELATION = 100;

/** Says in the transaction in which facts are handled that they were, by whom and in which attempt: one row for all of them. */
export class Handlings {
  constructor(
    private readonly envelope: Envelope,
    private readonly isOn: boolean,
  ) {}

  /** The rows that say it; none when nothing was handled, or nobody is to be told. */
  said(subscription: string, handled: () => readonly Handled[]): readonly Outgoing[] {
    return this.isOn ? this.#rows(subscription, handled()) : [];
  }

  #rows(subscription: string, some: readonly Handled[]): readonly Outgoing[] {
    const [first] = some;
    if (first === undefined) return [];
    let began = first.at;
    for (const { at } of some) if (at < began) began = at;
    const handled = handledText(began, some);
    if (handled.length > MOST_CHARACTERS && some.length > 1) {
      const middle = Math.ceil(some.length / 2);
      return [...this.#rows(subscription, some.slice(0, middle)), ...this.#rows(subscription, some.slice(middle))];
    }
    const correlationId = first.correlationId.slice(0, LONGEST_CORRELATION);
    const fact = FactsHandled({ correlationId, subscription, began, handled });
    return [this.envelope.seal(fact, { id: first.event, correlationId }, Date.now())];
  }
}
