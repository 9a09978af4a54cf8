import { disorderIn, type Said } from './order.js';
import { type Asked } from './asked.js';

const asked = (key: string, requestId: string, status = 202): Asked => ({
  key,
  what: 'POST /rides',
  requestId,
  status,
  saysWhen: status === 503,
  sentAt: 0,
  ms: 1,
});
const said = (key: string, ce_causationid: string, ce_id = `fact of ${ce_causationid}`): Said => ({
  topic: 'rides.v1',
  partition: 0,
  key,
  headers: { ce_causationid, ce_id },
});

describe('the log against what was accepted', () => {
  it('is in order when each key’s facts stand as they were accepted, whatever others do', () => {
    const requests = [asked('a', '1'), asked('b', '2'), asked('a', '3')];
    expect(disorderIn(requests, [said('b', '2'), said('a', '1'), said('a', '3')])).toEqual([]);
  });
  it('may have a fact twice, and what was put off or never answered', () => {
    const requests = [asked('a', '1'), asked('a', '2', 503), asked('a', '3')];
    expect(disorderIn(requests, [said('a', '1'), said('a', '2'), said('a', '3'), said('a', '1')])).toEqual([]);
  });
  it.each([
    ['lost', [said('a', '2')], 'is not in the log'],
    ['out of order', [said('a', '2'), said('a', '1')], 'stands before'],
    ['said as two facts', [said('a', '1'), said('a', '1', 'another'), said('a', '2')], 'as 2 facts'],
  ])('tells what is %s', (_, log, words) => {
    expect(disorderIn([asked('a', '1'), asked('a', '2')], log)).toEqual([expect.stringContaining(words)]);
  });
});
