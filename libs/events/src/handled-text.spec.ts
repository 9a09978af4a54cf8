import * as fc from 'fast-check';
import { handledIn, handledText } from './handled-text.js';

const handled = fc.record({
  event: fc.uuid(),
  correlationId: fc.oneof(fc.uuid(), fc.string({ minLength: 1, unit: 'grapheme' })),
  attempt: fc.nat(),
  at: fc.nat(),
  tookMs: fc.nat().map((micros) => micros / 1000),
  handler: fc.constantFrom('Searches.open', 'Rides.hear+Rides.tell'),
});

describe('what was handled, as one text', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(handled), (began, all) => {
        expect(handledIn(began, handledText(began, all))).toEqual(all);
      }),
    );
  });
  it('never makes its reader throw', () => {
    fc.assert(fc.property(fc.string(), (text) => handledIn(0, text).length <= text.length));
    expect(handledIn(0, 'x y z\na % 1 2 3 H\n1 2 three 4 5 6')).toEqual([
      { event: 'a', correlationId: '%', attempt: 1, at: 2, tookMs: 0.003, handler: 'H' },
    ]);
  });
});
