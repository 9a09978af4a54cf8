import { edgeOf } from './edge.js';

describe('a line from a cause', () => {
  it('is straight in its own lane', () => expect(edgeOf(1, 0, 1, 3)).toBe('M1.5 0.5V3.5'));
  it('changes the lane within a row, and ends at its effect', () => {
    expect(edgeOf(0, 0, 2, 4)).toBe('M0.5 0.5C0.5 1.3 2.5 0.7 2.5 1.5V4.5');
  });
  it('goes up to an effect whose clock is behind', () => expect(edgeOf(0, 3, 1, 1)).toMatch(/V1\.5$/));
});
