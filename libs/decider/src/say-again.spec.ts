import { isNews, sayAgainIn, UNSAID, versionsAfter, type Versions } from './say-again.js';

const after = (was: Versions, ...facts: number[]) => facts.reduce(versionsAfter, was);

describe('a row on a compacted topic', () => {
  it('is ahead of what has come back until that has arrived', () => {
    expect(after(UNSAID, 1, 2)).toEqual({ version: 2, heard: 0 });
    expect(after(UNSAID, 1, 2, 1, 2)).toEqual({ version: 2, heard: 2 });
    expect([1, 2, 3].map((of) => isNews({ version: 2, heard: 0 }, of))).toEqual([false, false, true]);
  });
  it('that comes back as it was said is right', () => {
    expect(sayAgainIn(after(UNSAID, 1), 1)).toBeNull();
    expect(sayAgainIn(after(UNSAID, 1, 1), 1)).toBeNull();
    expect(sayAgainIn(after(UNSAID, 1, 2), 1)).toBeNull();
  });
  it('that is behind the log is said again above it', () => {
    const restored = after(UNSAID, 1, 1);
    expect(sayAgainIn(restored, 5)).toBe(6);
    expect(after(restored, 5, 6)).toEqual({ version: 6, heard: 5 });
  });
  it('of which an older version follows the newest is said again, unless something newer is under way', () => {
    const said = after(UNSAID, 1, 2, 1, 2);
    expect(sayAgainIn(said, 1)).toBe(3);
    expect(sayAgainIn(after(said, 3), 1)).toBeNull();
  });
});
