import fc from 'fast-check';
import { stories, type Story } from '../story/story.js';
import { tell, type Broken } from '../story/tell.js';

/** A story that breaks a rule, as small as it gets. */
export interface Found extends Broken {
  readonly seed: number;
  readonly story: Story;
  /** How many smaller stories it took to get there. */
  readonly shrunk: number;
}

/** Tells one story a seed, from the seed `first` on, until one breaks a rule. Answers that one; null: none did. */
export async function search(first: number, seeds: number, told: (done: number) => void = () => undefined) {
  for (let seed = first; seed < first + seeds; seed++) {
    const found = await tellOne(seed);
    if (found !== null) return found;
    told(seed - first + 1);
  }
  return null;
}

async function tellOne(seed: number): Promise<Found | null> {
  const [story] = fc.sample(stories, { seed, numRuns: 1 });
  if (story === undefined || (await tell(story)) === null) return null;
  // The same story again, and then smaller ones.
  const property = fc.asyncProperty(stories, async (story) => (await tell(story)) === null);
  const { counterexample, numShrinks } = await fc.check(property, { seed, numRuns: 1 });
  const smallest = counterexample?.[0] ?? story;
  const broken = await tell(smallest);
  if (broken === null) throw new Error(`The story of seed ${seed} does not break the rule when it is told again`);
  return { ...broken, seed, story: smallest, shrunk: numShrinks };
}
