import { unstorableIn } from './storable.js';

const found = (text: string) => unstorableIn(JSON.parse(text), text);

describe('a text that no database takes', () => {
  it.each([
    ['a NUL', '{"a":{"b":["x","y\\u0000"]}}', 'a.b.1'],
    ['the first half of a character', '{"a":"\\ud83d"}', 'a'],
    ['the second half of one', '{"a":"\\uDE00 x"}', 'a'],
    ['a NUL in a name', '{"a":{"\\u0000":1}}', 'a'],
    ['a NUL as the whole', '"\\u0000"', ''],
  ])('is found: %s', (_, text, path) => {
    expect(found(text)).toBe(path);
  });
  it.each([
    ['a whole character', '{"a":"\\ud83d\\ude00"}'],
    ['the text of an escape', '{"a":"\\\\u0000"}'],
    ['anything else', '{"a":[1,null,true,"\\u00e9"]}'],
  ])('is not %s', (_, text) => {
    expect(found(text)).toBeUndefined();
  });
});
