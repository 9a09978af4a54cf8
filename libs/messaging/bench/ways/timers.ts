/** No log at all: so many timers at once. The machine's own best. */
import { answer, job } from '../support/child.js';
import { Effects, type EffectsJob } from '../support/effects.js';

const given = job<EffectsJob>();
const effects = new Effects(given);
let next = 0;
const worker = async (): Promise<void> => {
  while (next < given.facts) {
    const number = next++;
    await effects.happen(String(number), number);
  }
};
await Promise.all(Array.from({ length: given.atOnce }, worker));
answer(await effects.all());
