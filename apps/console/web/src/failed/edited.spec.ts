import { dataIn } from './edited.js';

describe('an edited fact', () => {
  it('is a JSON object', () => expect(dataIn('{"stars": 5}')).toEqual({ stars: 5 }));
  it.each(['{', '[1]', '7', 'null', ''])('is not %j', (text) => expect(() => dataIn(text)).toThrow(/JSON/));
});
