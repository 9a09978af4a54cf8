import { chaos } from './chaos/chaos.js';

describe('processes that are killed and stopped, with their state in', () => {
  it.each(['local', 'postgres'] as const)(
    '%s: lose nothing, say nothing twice and nothing wrong, and know what came too late',
    async (store) => {
      const { missing, extra, late, said } = await chaos({ store, kills: 3, stops: 1, say: () => undefined });
      expect([missing.slice(0, 5), extra.slice(0, 5)]).toEqual([[], []]);
      expect(late).toBeGreaterThan(50);
      expect(said).toBeGreaterThan(late);
    },
    400_000,
  );
});
