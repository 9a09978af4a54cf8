import { search } from './search/search.js';
import { shown } from './search/shown.js';

const SEEDS = 300;

describe('the world', () => {
  it('keeps every rule, whatever happens in it', async () => {
    const found = await search(1, SEEDS);
    if (found !== null) throw new Error(shown(found));
  }, 60_000);
});
