import fc from 'fast-check';
import type { Act, Step } from './step.js';

/** A number that chooses among some. */
export const few = fc.nat(3);
/** One of the choices, each so many times as likely; what shrinking ends at comes first. */
export const weighted = <T>(...choices: readonly (readonly [weight: number, fc.Arbitrary<T>])[]): fc.Arbitrary<T> =>
  fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })));

type About<S> = {
  [K in Exclude<keyof Extract<Step, { do: S }>, 'do'>]: fc.Arbitrary<Extract<Step, { do: S }>[K]>;
};
const step = <const S extends Step['do']>(kind: S, about: About<S>): fc.Arbitrary<Step> =>
  fc.record({ do: fc.constant(kind), ...about }) as unknown as fc.Arbitrary<Step>;
const drive = (...acts: readonly Act[]) => step('drive', { driver: few, act: fc.constantFrom(...acts), offer: few });
/** Milliseconds: about as long as something takes, or a little longer than it may take. */
const wait = (...ms: readonly number[]) => step('wait', { ms: fc.constantFrom(...ms), reporting: fc.boolean() });

export const order = fc.nat(23);
export const settle = step('settle', { order });
export const request = step('request', { rider: few, from: few, told: few });
/** Services, as bits. */
export const set = fc.nat(15);

/** What people do, and time. */
export const happens = weighted<Step>(
  [10, drive('go on')],
  [4, drive('go astray')],
  [1, request],
  [1, step('cancel', { ride: few })],
  [1, step('rate', { ride: few, stars: fc.integer({ min: 1, max: 5 }) })],
  [1, drive('accept', 'decline', 'cancel', 'arrive')],
  [1, drive('give the PIN', 'give a wrong PIN', 'drop off', 'report a no-show', 'rate')],
  [1, drive('report', 'go off duty', 'go on duty')],
  [2, wait(50, 1_000, 4_000, 16_000)],
  [4, step('wait for', { deadline: few, reporting: fc.boolean() })],
  [1, wait(61_000, 125_000, 185_000, 310_000, 2_400_000)],
);

/** Who is late: mostly one. */
export const late = fc.array(fc.record({ service: few, key: fc.option(fc.nat(6), { freq: 1 }) }), {
  minLength: 1,
  maxLength: 2,
});

/** How it goes from service to service. */
export const travels = weighted<Step>(
  [4, step('settle but some', { order, late })],
  [4, step('catch up', { service: few })],
  [4, step('hear', { service: few, stream: fc.nat(7), facts: fc.integer({ min: 1, max: 3 }) })],
  [4, step('relay', { service: few, stream: few, acknowledged: fc.boolean() })],
  [4, step('sweep', { services: set })],
  [2, step('plan', {})],
  [2, step('write', { round: few, locked: set })],
  [1, step('restart', { service: few, back: fc.nat(6) })],
  [1, step('forget positions', {})],
);
