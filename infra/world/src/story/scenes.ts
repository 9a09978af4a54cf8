import fc from 'fast-check';
import type { Step } from './step.js';
import { few, happens, late, order, request, set, settle, travels, weighted } from './steps.js';

/** Some steps that belong together. */
type Scene = fc.Arbitrary<readonly Step[]>;

/** Somebody asks for a ride, and a driver brings it as far as that, while everybody hears everything. */
const beginning: Scene = fc
  .record({ request, far: fc.nat(4), driver: few, settle })
  .map(({ request, far, driver, settle }) => [
    request,
    settle,
    ...Array.from({ length: far }, (): Step[] => [{ do: 'drive', driver, act: 'go on', offer: 0 }, settle]).flat(),
  ]);

/** Things cross: what happens before everybody has heard of what happened before. */
const crossing: Scene = fc
  .tuple(fc.array(weighted([3, happens], [2, travels]), { minLength: 1, maxLength: 7, size: 'max' }), fc.option(settle))
  .map(([steps, settle]) => (settle ? [...steps, settle] : steps));

/**
 * A service stands still, or a key of it, while all others hear what happens; then it looks at its deadlines, before it
 * hears it too.
 */
const standstill: Scene = fc
  .record({
    late,
    steps: fc.array(fc.tuple(happens, order, set), { minLength: 1, maxLength: 6, size: 'max' }),
    settle,
  })
  .map(({ late, steps, settle }) => [
    ...steps.flatMap(([step, order, services]): Step[] => [
      step,
      { do: 'sweep', services },
      { do: 'settle but some', order, late },
    ]),
    { do: 'sweep', services: 15 },
    settle,
  ]);

/** A driver waits for a rider for as long as must be, and says what becomes of it. */
const patience: Scene = few.map((offer) => [
  { do: 'wait', ms: 310_000, reporting: true },
  { do: 'drive', driver: 0, act: 'go astray', offer },
]);

export const scene: Scene = weighted([3, beginning], [6, crossing], [6, standstill], [1, patience]);
