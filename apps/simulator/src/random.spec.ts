import { Random } from './random.js';

const draw = (random: Random, n = 1000) => Array.from({ length: n }, () => random.next());

describe('Random', () => {
  it('says the same for the same seed, and something else for another', () => {
    expect(draw(new Random(7))).toEqual(draw(new Random(7)));
    expect(draw(new Random(7))).not.toEqual(draw(new Random(8)));
  });
  it('lies evenly between 0 and 1', () => {
    const drawn = draw(new Random(1), 10_000);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(1);
    expect(drawn.reduce((a, b) => a + b) / drawn.length).toBeCloseTo(0.5, 1);
  });
  it('always says yes to 1 and never to 0', () => {
    const random = new Random(3);
    expect(draw(random).every(() => random.chance(1) && !random.chance(0))).toBe(true);
  });
  it('gives others a source that does not depend on who draws when', () => {
    const [a, b] = [new Random(5), new Random(5)];
    const forks = [a.fork(), b.fork()] as const;
    draw(a, 10);
    expect(draw(forks[0])).toEqual(draw(forks[1]));
  });
  it('has nothing to pick from an empty list', () => {
    expect(() => new Random(1).pick([])).toThrow();
  });
});
