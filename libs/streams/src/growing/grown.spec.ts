import { streams, type Streams } from '../streams.js';
import { CameLate, Counted, Opened, Visited } from '../testing/support/shop.js';
import type { StoreKind } from '../topology/node.js';
import { shapeOf } from '../topology/shape.js';
import { seconds } from '../windows/window.js';
import { growthOf, grownTopology } from './grown.js';

const counting = (how: { by?: boolean; store?: StoreKind; table?: boolean } = {}): Streams =>
  streams('counting', (s) => {
    if (how.table) s.table('opened', Opened);
    const visits = s.from(Visited);
    (how.by ? visits.by('visitor', ({ data }) => data.visitor) : visits)
      .window(seconds(10), { grace: 0 })
      .count('visits', { store: how.store ?? 'local' })
      .whenClosed()
      .late(CameLate, (_, { start }, shop) => ({ shop, start, visitor: '' }))
      .say(Counted, ({ start, end }, count, shop) => ({ shop, start, end, count, town: '' }));
  });
const grown = ({ topology }: Streams) => shapeOf(grownTopology(topology, growthOf(topology, 8)));
const asText = (app: Streams) =>
  grown(app).subTopologies.map(
    ({ partitions, inputs }) => `${partitions}: ${inputs.map((one) => `${one.topic}/${one.partitions}`).join(' ')}`,
  );

describe('an application that grows', () => {
  it('reads both versions of its topics, and meets its keys behind the one repartition topic that it has', () => {
    expect(asText(counting({ by: true }))).toEqual([
      '8: visits.v1/4 visits.v2/8',
      '8: counting-8-visitor-repartition/8',
    ]);
  });

  it('gets a repartition topic of its own key when its state stood where its topics are read', () => {
    expect(asText(counting())).toEqual(['8: visits.v1/4 visits.v2/8', '8: counting-8-source-0-again-repartition/8']);
  });

  it.each([
    ['a table', { table: true }],
    ['state in postgres', { store: 'postgres' as const }],
  ])('not with %s: that has to be said in another way', (_, how) => {
    expect(() => grown(counting(how))).toThrow(expect.objectContaining({ code: 'grow_unsupported' }));
  });

  it('not twice by the command', () => {
    const { topology } = counting();
    const once = grownTopology(topology, growthOf(topology, 8));
    expect(() => growthOf(once, 16)).toThrow(expect.objectContaining({ code: 'grow_unsupported' }));
  });
});
