import { breakText, newBreak } from './breaks-api.js';

const made = { breakId: 'b', handler: 'H.x', key: null, delayMs: null, times: null, since: '', hits: 0 };
const form = (values: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.set(name, value);
  return data;
};

describe('a break', () => {
  it('is told in words', () => {
    expect(breakText({ ...made, kind: 'fail', times: 1 })).toBe('H.x fails, and is tried again, 1 time');
    expect(breakText({ ...made, kind: 'slow', delayMs: 500, key: 'k' })).toBe(
      'H.x waits 500 ms before it begins, for the key k',
    );
  });
  it('says only what was filled in', () => {
    expect(newBreak(form({ handler: 'H.x', kind: 'fail', times: '', key: ' ', delayMs: '9' }))).toEqual({
      handler: 'H.x',
      kind: 'fail',
    });
    expect(newBreak(form({ handler: 'H.x', kind: 'slow', times: '3', key: 'k', delayMs: '' }))).toEqual({
      ...{ handler: 'H.x', kind: 'slow', times: 3, key: 'k', delayMs: 1000 },
    });
  });
});
