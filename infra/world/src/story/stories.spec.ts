import type { Step } from './step.js';
import type { Story } from './story.js';
import { tell } from './tell.js';

const [RIDER, DRIVER, MATCHING, BOOKING] = [0, 1, 2, 3];
const request: Step = { do: 'request', rider: 0, from: 0 };
const all: Step = { do: 'settle', order: 0 };
const allBut = (service: number): Step => ({ do: 'settle but some', order: 0, late: [{ service, key: null }] });
const sweep = (...services: readonly number[]): Step => ({
  do: 'sweep',
  services: services.reduce((set, n) => set | (1 << n), 0),
});
const wait = (seconds: number, reporting: boolean): Step => ({ do: 'wait', ms: seconds * 1000, reporting });
const drive = (act: Extract<Step, { do: 'drive' }>['act']): Step => ({ do: 'drive', driver: 0, act, offer: 0 });
const story = (...steps: readonly Step[]): Story => ({
  setting: { offersAtOnce: 1, skewMs: { rider: 0, driver: 0, matching: 0, booking: 0 } },
  riders: 1,
  driversAt: [300, 900],
  steps,
  diligent: false,
});

/** What the world has found: the shortest story that went wrong, under the rule that it broke. */
const found: readonly (readonly [rule: string, Story])[] = [
  [
    'the end of a search that was said too late does not end the next one',
    story(
      request,
      all,
      drive('accept'),
      allBut(MATCHING),
      wait(185, false),
      sweep(DRIVER),
      allBut(MATCHING),
      sweep(MATCHING),
      all,
    ),
  ],
  [
    'a driver who reported while the answer to the acceptance was late has not fallen silent',
    story(request, all, drive('accept'), wait(185, true), all, sweep(RIDER, DRIVER, MATCHING, BOOKING), all),
  ],
  [
    'a driver who reported while the end of the ride was late has not fallen silent',
    story(request, all, drive('accept'), all, drive('cancel'), wait(65, true), all, sweep(DRIVER), all),
  ],
];

describe('in the world', () => {
  it.each(found)('%s', async (_, story) => {
    expect((await tell(story))?.violation.message).toBeUndefined();
  });
});
