import fc from 'fast-check';
import type { Setting } from '../world.js';
import { scene } from './scenes.js';
import type { Step } from './step.js';
import { weighted } from './steps.js';

/** A world's people, what befalls them, and whether drivers go on to the end or fall silent. */
export interface Story {
  readonly setting: Setting;
  readonly riders: number;
  /** Metres from the middle of town. */
  readonly driversAt: readonly number[];
  readonly steps: readonly Step[];
  readonly diligent: boolean;
}

const MOST_SCENES = 24;

/**
 * Kinds of steps that a story may do without. Each story has a choice of them: where much can happen, what takes many steps
 * of one kind hardly ever does (A. Groce et al., "Swarm Testing", ISSTA 2012).
 */
const KINDS = [
  'cancel',
  'rate',
  'catch up',
  'hear',
  'relay',
  'sweep',
  'plan',
  'write',
  'restart',
  'forget positions',
] as const;
const ACTS = ['wait for', 'a short wait', 'a long wait', 'go astray', 'duty', 'anything'] as const;

function kindOf(step: Step): string {
  if (step.do === 'wait') return step.ms <= 16_000 ? 'a short wait' : 'a long wait';
  if (step.do !== 'drive') return step.do;
  if (step.act === 'go on' || step.act === 'go astray') return step.act;
  return step.act === 'report' || step.act.endsWith('duty') ? 'duty' : 'anything';
}

const steps = fc
  .record({
    scenes: fc.array(scene, { maxLength: MOST_SCENES, size: 'max' }),
    without: fc.subarray([...KINDS, ...ACTS]),
  })
  .map(({ scenes, without }) => scenes.flat().filter((step) => !(without as readonly string[]).includes(kindOf(step))));

/** How far a service's clock is ahead, milliseconds. */
const skew = weighted(
  [6, fc.constant(0)],
  [2, fc.constantFrom(-40, 40, -900, 900)],
  [1, fc.constantFrom(-20_000, 20_000)],
);

export const stories: fc.Arbitrary<Story> = fc.noBias(
  fc.record({
    setting: fc.record({
      offersAtOnce: fc.constantFrom(1, 1, 2, 3),
      skewMs: fc.record({ rider: skew, driver: skew, matching: skew, booking: skew }),
    }),
    riders: fc.integer({ min: 1, max: 3 }),
    driversAt: fc.array(fc.constantFrom(300, 300, 900, 1_500, 2_500), { minLength: 1, maxLength: 3 }),
    steps,
    diligent: fc.boolean(),
  }),
);
