import fc from 'fast-check';
import type { Setting } from '../world.js';
import type { Act, Step } from './step.js';

/** A world's people, what befalls them, and whether drivers go on to the end or fall silent. */
export interface Story {
  readonly setting: Setting;
  readonly riders: number;
  /** Metres from the middle of town. */
  readonly driversAt: readonly number[];
  readonly steps: readonly Step[];
  readonly diligent: boolean;
}

const few = fc.nat(3);
const weighted = <T>(...choices: readonly (readonly [weight: number, fc.Arbitrary<T>])[]): fc.Arbitrary<T> =>
  fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })));
/** The first choice is what shrinking ends at. */
const step = <const S extends Step['do']>(kind: S, about: StepFields<S>): fc.Arbitrary<Step> =>
  fc.record({ do: fc.constant(kind), ...about }) as unknown as fc.Arbitrary<Step>;
type StepFields<S> = {
  [K in Exclude<keyof Extract<Step, { do: S }>, 'do'>]: fc.Arbitrary<Extract<Step, { do: S }>[K]>;
};
const drive = (...acts: readonly Act[]) => step('drive', { driver: few, act: fc.constantFrom(...acts), offer: few });
/** Milliseconds: about as long as something takes, or a little longer than it may take. */
const wait = (...ms: readonly number[]) => step('wait', { ms: fc.constantFrom(...ms), reporting: fc.boolean() });

/** What people do and what time does. */
const happens = weighted<Step>(
  [8, drive('go on')],
  [4, drive('go astray')],
  [1, step('request', { rider: few, from: few })],
  [1, step('cancel', { ride: few })],
  [
    2,
    drive('accept', 'decline', 'cancel', 'arrive', 'give the PIN', 'drop off', 'give a wrong PIN', 'report a no-show'),
  ],
  [1, drive('report', 'go off duty', 'go on duty')],
  [3, wait(50, 1_000, 4_000, 16_000)],
  [1, wait(61_000, 125_000, 185_000, 310_000, 2_400_000)],
);
const sweep = step('sweep', { services: fc.nat(15) });
/** How it goes from service to service. */
const travels = weighted<Step>(
  [4, step('settle but one', { order: fc.nat(5), service: few })],
  [4, step('catch up', { service: few })],
  [4, step('hear', { service: few, stream: fc.nat(7), facts: fc.integer({ min: 1, max: 3 }) })],
  [4, step('relay', { service: few, stream: few, acknowledged: fc.boolean() })],
  [4, sweep],
  [2, step('plan', {})],
  [2, step('write', { round: few, locked: fc.nat(15) })],
  [1, step('restart', { service: few, back: fc.nat(6) })],
  [1, step('forget positions', {})],
);
const settle = step('settle', { order: fc.nat(23) });

/** Somebody asks for a ride, and drivers bring it as far as that, while everybody hears everything. */
const beginning = fc
  .record({ request: step('request', { rider: few, from: few }), far: fc.nat(4), driver: few, settle })
  .map(({ request, far, driver, settle }): readonly Step[] => [
    request,
    settle,
    ...Array.from({ length: far }, (): Step[] => [{ do: 'drive', driver, act: 'go on', offer: 0 }, settle]).flat(),
  ]);
/** A driver waits for a rider for as long as must be, and says what becomes of it. */
const patience = few.map((offer): readonly Step[] => [
  { do: 'wait', ms: 310_000, reporting: true },
  { do: 'drive', driver: 0, act: 'go astray', offer },
]);
/** Things cross: what happens before everybody has heard of what happened before. */
const crossing = fc
  .tuple(fc.array(weighted([3, happens], [2, travels]), { minLength: 1, maxLength: 7, size: 'max' }), fc.option(settle))
  .map(([steps, settle]): readonly Step[] => (settle ? [...steps, settle] : steps));
/** One service stands still, while all others hear what happens; then it looks at its deadlines, and hears it too. */
const standstill = fc
  .record({
    service: few,
    steps: fc.array(fc.tuple(happens, fc.nat(5), fc.nat(15)), { minLength: 1, maxLength: 4, size: 'max' }),
    settle,
  })
  .map(({ service, steps, settle }): readonly Step[] => [
    ...steps.flatMap(([step, order, services]): Step[] => [
      step,
      { do: 'sweep', services },
      { do: 'settle but one', order, service },
    ]),
    { do: 'sweep', services: 15 },
    settle,
  ]);
const scene = weighted([3, beginning], [8, crossing], [4, standstill], [1, patience]);

const MOST_SCENES = 20;
/** How far a service's clock is ahead, milliseconds. */
const skew = weighted(
  [6, fc.constant(0)],
  [2, fc.constantFrom(-40, 40, -900, 900)],
  [1, fc.constantFrom(-20_000, 20_000)],
);

export const stories: fc.Arbitrary<Story> = fc.noBias(
  fc.record({
    setting: fc.record({
      offersAtOnce: fc.integer({ min: 1, max: 3 }),
      skewMs: fc.record({ rider: skew, driver: skew, matching: skew, booking: skew }),
    }),
    riders: fc.integer({ min: 1, max: 3 }),
    driversAt: fc.array(fc.constantFrom(300, 900, 1_500, 2_500), { minLength: 1, maxLength: 4 }),
    steps: fc
      .array(weighted([12, scene], [1, patience]), { maxLength: MOST_SCENES, size: 'max' })
      .map((scenes) => scenes.flat()),
    diligent: fc.boolean(),
  }),
);
