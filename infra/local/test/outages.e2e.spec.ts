import { type OwnStack } from '../src/own-stack.js';
import { startStackToSuffer, sufferAll, type Suffered } from './outages/outages.js';

/** As `npm run outages` does it for longer. The registry keeps its schemas in PostgreSQL: with that it is away too. */
describe('a stack under load from which PostgreSQL and Kafka are taken away for a while', () => {
  let stack: OwnStack;
  let suffered: Suffered;

  beforeAll(async () => {
    stack = await startStackToSuffer();
    const outages = (['postgres', 'kafka'] as const).map((component) => ({ component, seconds: 1 }));
    suffered = await sufferAll(outages, stack, { how: 'in order', speed: 120, tell: () => undefined });
  }, 180_000);

  afterAll(() => stack?.kept.stop(), 60_000);

  it('loses nothing, keeps the order of every key, blames no fact, and answers as it should', () => {
    expect(suffered.breaches).toEqual([]);
  });
  it('accepts requests while all but PostgreSQL is away', () => {
    for (const { component, accepted, asked, putOff } of suffered.outcomes) {
      expect(accepted).toBeGreaterThan(0);
      if (component !== 'postgres')
        expect({ component, accepted, putOff }).toEqual({ component, accepted: asked, putOff: 0 });
    }
  });
  it('puts requests off while PostgreSQL is away', () => {
    expect(suffered.outcomes.find(({ component }) => component === 'postgres')?.putOff).toBeGreaterThan(0);
  });
  it('keeps in the outbox what Kafka could not take', () => {
    expect(suffered.outcomes.find(({ component }) => component === 'kafka')?.backlog).toBeGreaterThan(0);
  });
});
