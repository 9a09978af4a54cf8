import { hopping } from '../src/windows/fixed.js';
import { streams } from '../src/streams.js';
import { testStreams } from '../src/testing/test-streams.js';
import { CameLate, Greeted, Opened, Visited } from '../src/testing/support/shop.js';
import type { Results, Flow } from '../src/topology/builder.js';
import type { Answer, Case } from './cases.js';

/** A case, answered by libs/streams; with a restart from what was kept after every record. */
export function ours(asked: Case, restarts: boolean): Answer {
  const test = testStreams(applicationOf(asked));
  const late = (): number => (asked.windows ? test.late('sums') : 0);
  for (const { key, time, ...record } of asked.records) {
    if ('value' in record) test.hear(Visited, { shop: key ?? '', visitor: '', spent: record.value }, { at: time, key });
    else if (record.town === null) test.forget(Opened, key ?? '', { at: time });
    else test.hear(Opened, { shop: key ?? '', town: record.town }, { at: time });
    if (restarts) test.restart();
  }
  return { said: test.said(Greeted).map(({ data }) => `${data.shop} ${data.town}`), dropped: late() + test.keyless };
}

function applicationOf({ windows, newKey, join }: Case) {
  return streams('oracle', (s) => {
    const towns = s.table('towns', Opened, { value: (fact: Opened) => fact.data.town });
    const visits = s.from(Visited);
    // Who has no key has none afterwards.
    const keyed = newKey ? visits.by('new', ({ data }) => data.shop || (undefined as never)) : visits;
    if (!windows) {
      const values = keyed.map(({ data }) => String(data.spent));
      joined(values, (flow, how) => flow.join(towns, how as { missing: 'keep' }, both)).say(Greeted, (town, shop) => ({
        shop,
        town,
      }));
      return;
    }
    const folded = keyed.window(hopping(windows.size, windows.advance), { grace: windows.grace }).fold(
      'sums',
      () => 0,
      (sum, { data }) => sum + data.spent,
      { store: 'local' },
    );
    const results = (windows.emit === 'closed' ? folded.whenClosed() : folded.updates())
      .late(CameLate, (_, { start }, shop) => ({ shop, start, visitor: '' }))
      .map(String);
    joinedResults(results, (flow, how) => flow.join(towns, how as { missing: 'keep' }, both)).say(
      Greeted,
      ({ start, end }, town, shop) => ({
        shop,
        town: `${start} ${end} ${town}`,
      }),
    );
  });

  function joined(flow: Flow<string>, by: (flow: Flow<string>, how: object) => Flow<string>): Flow<string> {
    return join === 'none' ? flow.map((value) => `${value} null`) : by(flow, { missing: join });
  }
  function joinedResults(
    flow: Results<string>,
    by: (flow: Results<string>, how: object) => Results<string>,
  ): Results<string> {
    return join === 'none' ? flow.map((value) => `${value} null`) : by(flow, { missing: join });
  }
}

const both = (value: string, row: string | undefined): string => `${value} ${row ?? null}`;
