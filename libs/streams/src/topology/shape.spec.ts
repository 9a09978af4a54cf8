import { CameLate, Counted, Greeted, Opened, Visited } from '../testing/support/shop.js';
import { seconds } from '../windows/window.js';
import { streams } from '../streams.js';
import type { Flow, Building } from './builder.js';
import { shapeOf } from './shape.js';

type Visits = Flow<Visited>;
type Visited = { data: { shop: string; visitor: string; spent: number } };
const count = (flow: Visits, name: string, store: 'local' | 'postgres' = 'local', grace = 5) =>
  flow
    .window(seconds(10), { grace: seconds(grace) })
    .count(name, { store })
    .whenClosed({ idle: true })
    .late(CameLate, ({ data }, { start }, shop) => ({ shop, start, visitor: data.visitor }));
const say = (s: Building, name: string, grace?: number) =>
  count(
    s.from(Visited).by('visitor', ({ data }) => data.visitor),
    name,
    'local',
    grace,
  ).say(Counted, ({ start, end }, n, shop) => ({ shop, start, end, count: n, town: '' }));

describe('a topology', () => {
  it('describes its graph, sub-topologies, tasks, internal topics and fingerprint', () => {
    const app = streams('visitors', (s) => say(s, 'visits'));
    expect(app.describe().replace(app.fingerprint, 'F')).toBe(
      [
        'visitors: 8 tasks in 2 sub-topologies, fingerprint F',
        'sub-topology 0: 4 tasks, store none, reads visits.v1',
        '  source-0: visit.Visited',
        '  source-0 → visitor: new key, through visitors-visitor-repartition',
        'sub-topology 1: 4 tasks, store local, reads visitors-visitor-repartition',
        '  visitor → visits: tumbling 10000, grace 5000, store local, closed or idle, late to figure.CameLate',
        '  visits → say-3: says figure.Counted',
        'internal topics:',
        '  visitors-visitor-repartition: repartition, 4 partitions',
        '  visitors-1-changelog: changelog, 4 partitions',
      ].join('\n'),
    );
  });

  it('has another fingerprint when its state would mean something else, and the same when only its functions change', () => {
    const of = (name: string, grace?: number) => streams('visitors', (s) => say(s, name, grace)).fingerprint;
    expect(of('visits')).toBe(of('visits'));
    expect(of('visits', 6)).not.toBe(of('visits'));
    expect(of('other')).not.toBe(of('visits'));
  });

  it('repartition topics have as many partitions as the table that is joined behind them', () => {
    const app = streams('visitors', (s) => {
      const towns = s.table('towns', Opened);
      s.from(Visited)
        .by('again', ({ data }) => data.shop)
        .join(towns, { missing: 'drop' }, (_, { town }) => town)
        .say(Greeted, (town, shop) => ({ shop, town }));
    });
    const shape = shapeOf(app.topology, (fact) => (fact.type === 'Opened' ? 16 : 8));
    expect(shape.subTopologies.map(({ partitions }) => partitions)).toEqual([16, 8]);
    expect(shape.internal[0]).toMatchObject({ topic: 'visitors-again-repartition', partitions: 16 });
    expect(shape.tasks).toBe(24);
  });

  it.each([
    [
      'partitions_differ',
      (s: Building) =>
        s
          .from(Visited)
          .join(s.table('towns', Opened), { missing: 'drop' }, (_, { town }) => town)
          .say(Greeted, (town, shop) => ({ shop, town })),
    ],
    [
      'stores_mixed',
      (s: Building) => {
        const visits = s.from(Visited);
        count(visits, 'here', 'local');
        count(visits, 'there', 'postgres');
      },
    ],
  ])('is refused: %s', (code, build) => {
    const make = () => shapeOf(streams('visitors', build).topology, (fact) => (fact.type === 'Opened' ? 16 : 8));
    expect(make).toThrow(expect.objectContaining({ code }) as Error);
  });

  it.each(['Big', '1st', 'a b', ''])('refuses the name %j', (name) => {
    expect(() => streams(name, () => undefined)).toThrow(expect.objectContaining({ code: 'name_unfit' }) as Error);
  });

  it('refuses a name that is taken', () => {
    const twice = () =>
      streams('visitors', (s) => {
        say(s, 'visits');
        s.table('visits', Opened);
      });
    expect(twice).toThrow(expect.objectContaining({ code: 'name_taken' }) as Error);
  });
});
