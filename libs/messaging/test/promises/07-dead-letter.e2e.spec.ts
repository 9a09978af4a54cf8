import { settings } from '@ride/configuration';
import { physicalTopic, RideAccepted } from '@ride/events';
import { NonRetriable } from '../../src/index.js';
import type { Header } from '../../src/log/port.js';
import { acceptances, Ledger, rideOf, type Acceptance } from '../support/ledger.js';
import type { LogTap, Tapped } from '../support/log-tap.js';
import { until, type SaidRecord } from '../support/small-service.js';
import { promise } from './promises.js';

const LETTERS = 'booking.dead-letters.v1';
const RETRIES = 'booking.retry.v1';
/** Repeated, out of order, empty, no text. */
const BEFORE: readonly Header[] = [
  ['z', Buffer.from([0, 200, 255])],
  ['7', Buffer.from('seven')],
  ['z', Buffer.alloc(0)],
];
const AFTER: readonly Header[] = [
  ['a', Buffer.from('ä')],
  ['z', Buffer.from('again')],
  ['7', Buffer.from('seven')],
];

describe(promise(7), () => {
  let ledger: Ledger;
  let tap: LogTap;

  beforeAll(async () => {
    ledger = await Ledger.open({ retry: { backoff: [40, 40] } });
    tap = await ledger.tap('rides.v1', RETRIES, LETTERS);
  });
  afterAll(async () => {
    await tap.stop();
    await ledger.close();
  });

  const odd = (fact: Acceptance): SaidRecord => {
    const record = ledger.saying.record(fact);
    return { ...record, headers: [...BEFORE, ...record.headers, ...AFTER] };
  };
  const expectBytes = (copy: Tapped | undefined, { key, value, headers }: SaidRecord): void => {
    expect(copy?.raw.key).toEqual(key);
    expect(copy?.raw.value).toEqual(value);
    expect(copy?.raw.headers.slice(0, headers.length)).toEqual(headers);
  };
  /** What has the key, the value or the id of the record: a copy need not have them all. */
  const copies = (topic: string, { key, value, headers }: SaidRecord, count: number): Promise<readonly Tapped[]> => {
    const id = String(headers.find(([name]) => name === 'ce_id')?.[1]);
    const isCopy = ({ raw, headers: found }: Tapped) =>
      found['ce_id'] === id || (key !== null && raw.key?.equals(key)) || raw.value?.equals(value!);
    return until(
      () => Promise.resolve(tap.of(topic).filter(isCopy)),
      ({ length }) => length >= count,
    );
  };

  it('is the record itself and tells why, where, when and how often it failed, after retries and after a replay', async () => {
    const [fact] = acceptances(1) as [Acceptance];
    ledger.fail(fact, 6, Object.assign(new TypeError('no way'), { code: 'no_way' }));
    const record = odd(fact);
    await ledger.saying.send([record]);
    expectBytes((await copies(RETRIES, record, 1))[0], record);
    expectBytes((await copies(RETRIES, record, 2))[1], record);
    const [dead] = await ledger.stand(rideOf(fact), 'dead');
    const [letter] = await copies(LETTERS, record, 1);
    expectBytes(letter, record);
    const [{ partition, offset } = { partition: -1, offset: '' }] = await copies('rides.v1', record, 1);
    const { history } = dead!;
    expect(history.map(({ attempt, code, error }) => [attempt, code, error])).toEqual(
      [1, 2, 3].map((n) => [n, 'no_way', 'TypeError: no way']),
    );
    const about = {
      'dead-letter-subscription': 'booking',
      'dead-letter-handler': 'LedgerHandlers.accept',
      'dead-letter-topic': 'rides.v1',
      'dead-letter-partition': String(partition),
      'dead-letter-offset': offset,
      'dead-letter-attempts': '3',
      'dead-letter-first-failed-at': new Date(history[0]!.at).toISOString(),
      'dead-letter-at': new Date(history[2]!.at).toISOString(),
      'dead-letter-code': 'no_way',
      'dead-letter-reason': 'TypeError: no way',
    };
    expect(letter?.raw.headers.slice(record.headers.length).map(([name, text]) => [name, String(text)])).toEqual(
      Object.entries(about),
    );

    await ledger.putBack(dead!.id);
    const [, second] = await copies(LETTERS, record, 2);
    expectBytes(second, record);
    expect(second?.headers).toMatchObject({
      'dead-letter-attempts': '6',
      'dead-letter-first-failed-at': about['dead-letter-first-failed-at'],
    });
  });

  it('is the record itself when it is dead at once', async () => {
    const [fact] = acceptances(1) as [Acceptance];
    ledger.fail(fact, 1, new NonRetriable('account_closed', 'there is nobody any more'));
    const record = odd(fact);
    await ledger.saying.send([record]);
    const [letter] = await copies(LETTERS, record, 1);
    expectBytes(letter, record);
    expect(letter?.headers).toMatchObject({
      'dead-letter-attempts': '1',
      'dead-letter-code': 'account_closed',
      'dead-letter-reason': 'NonRetriable: there is nobody any more',
    });
  });

  it('is the record itself when it has no key, which is not an empty key: after retries, a replay and at once', async () => {
    const [retried, atOnce] = [...acceptances(1), ...acceptances(1)] as [Acceptance, Acceptance];
    ledger.fail(retried, 6);
    const record = { ...odd(retried), key: null };
    await ledger.saying.send([record]);
    for (const copy of await copies(RETRIES, record, 2)) expectBytes(copy, record);
    expectBytes((await copies(LETTERS, record, 1))[0], record);
    const [dead] = await ledger.stand('', 'dead');
    await ledger.putBack(dead!.id);
    expectBytes((await copies(LETTERS, record, 2))[1], record);

    await ledger.putBack((await ledger.stand('', 'dead'))[0]!.id);
    await until(
      () => ledger.query("SELECT FROM blocked_key WHERE key = ''"),
      (blocked) => blocked.length === 0,
    );
    ledger.fail(atOnce, 1, new NonRetriable('account_closed', 'there is nobody any more'));
    const second = { ...odd(atOnce), key: null };
    await ledger.saying.send([second]);
    expectBytes((await copies(LETTERS, second, 1))[0], second);
  });

  it('is the record itself when nobody can read its key, its value or which fact it is', async () => {
    const record = {
      topic: physicalTopic(RideAccepted.topic.name, settings().namespace),
      key: Buffer.from([255, 0, 254]),
      value: Buffer.from([0, 1, 255]),
      headers: [...BEFORE, ...AFTER],
    };
    await ledger.saying.send([record]);
    const [letter] = await copies(LETTERS, record, 1);
    expectBytes(letter, record);
    expect(letter?.headers).toMatchObject({ 'dead-letter-code': 'undecodable', 'dead-letter-handler': '' });
  });
});
