import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportIn } from './report.js';
import { tableOf } from './table.js';

const whole = {
  complete: true,
  stop_reason: 'completed',
  running_time: 12.4,
  operations: { total: 27, tested: 27 },
  test_cases: { generated: 5200, errored: 0 },
  failures: [] as object[],
  errors: [] as object[],
};
let folder: string;
let file: string;
const read = (text: string) => {
  writeFileSync(file, text);
  return reportIn(file, 'rider');
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  file = join(folder, 'rider.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the report of a round', () => {
  it('tells how much was asked', () => {
    expect(read(JSON.stringify(whole))).toEqual({ requests: 5200, operations: 27, seconds: 12.4, failures: [] });
  });
  it('counts no request that was not answered', () => {
    expect(read(JSON.stringify({ ...whole, test_cases: { generated: 5200, errored: 300 } })).requests).toBe(4900);
  });
  it('tells what failed, what could not be tried and what was left out', () => {
    const failures = [{ title: 'Server error', count: 2, operations: ['GET /rides'] }];
    const errors = [{ title: 'Network Error', count: 1 }];
    const operations = { total: 27, tested: 25 };
    expect(read(JSON.stringify({ ...whole, failures, errors, operations })).failures).toEqual([
      'Server error (2): GET /rides',
      'not tried to the end: Network Error (1)',
      '2 of 27 operations were not asked',
    ]);
  });
  it.each([
    ['that is not there', () => reportIn(file, 'rider')],
    ['that is empty', () => read('')],
    ['that was cut off', () => read(JSON.stringify(whole).slice(0, 40))],
    ['of something else', () => read('{}')],
  ])('%s: says that schemathesis did not finish', (_, reading) => {
    expect(reading).toThrow('schemathesis ended before it had reported on rider');
  });
  it('of a run that stopped by itself is none of a run that found nothing', () => {
    const stopped = { ...whole, complete: false, stop_reason: 'server_unavailable' };
    expect(() => read(JSON.stringify(stopped))).toThrow('in the middle of rider (server_unavailable)');
  });
});

it('the table has a line a service, and what is broken below it', () => {
  const fine = { requests: 5200, operations: 27, seconds: 12.4, failures: [] };
  const broken = { ...fine, requests: 80, failures: ['Server error (2): GET /rides'] };
  expect(
    tableOf(
      [
        ['rider', fine],
        ['notification', broken],
      ],
      7,
    ),
  ).toBe(
    [
      'Seed 7',
      'service       operations   requests    seconds   failures',
      'rider                 27       5200         12          0',
      'notification          27         80         12          1',
      '  BROKEN Server error (2): GET /rides',
    ].join('\n'),
  );
});
