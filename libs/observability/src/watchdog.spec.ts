import { jest } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

const FROM_SOURCE = join(import.meta.dirname, '../../../infra/jest/from-source.mjs');
const STALLED_MS = 600;
jest.setTimeout(20_000);
const children: ChildProcess[] = [];

/** A process that is watched and does what is said. */
function watched(what: string) {
  const from = (file: string): string => JSON.stringify(pathToFileURL(join(import.meta.dirname, file)).href);
  const program = `
    import { withCause } from ${from('correlation.ts')};
    import { startWatchdog } from ${from('watchdog.ts')};
    startWatchdog('rider', ${STALLED_MS});
    ${what}`;
  const args = ['--conditions=ride-source', '--import', FROM_SOURCE, '--input-type=module', '--eval', program];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const printed: string[] = [];
  child.stdout.on('data', (some) => printed.push(String(some)));
  const ended = once(child, 'close').then(([code, signal]) => (signal ?? code) as unknown);
  const lines = () => printed.join('').trimEnd().split('\n');
  return { child, lines, ended };
}

/** It handles several facts at once, and one of them never gives the thread back. */
const handling = (what: string): string => `
  const endless = () => { ${what} };
  const handle = (id, work) => withCause({ id, correlationId: 'ride ' + id }, async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    work();
  });
  void handle('fact 1', () => {}), handle('fact 2', endless), handle('fact 3', () => {});`;

describe('the watchdog', () => {
  afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')));

  it.each([
    ['a loop', 'for (;;);'],
    ['a regular expression', "/^(a+)+$/.test('a'.repeat(50) + 'b');"],
  ])('kills a process that is caught in %s, and says at last what was handled, and where', async (_, what) => {
    const { lines, ended } = watched(handling(what));
    expect(await ended).toBe('SIGKILL');
    expect(JSON.parse(lines().at(-1)!)).toMatchObject({
      level: 'fatal',
      service: 'rider',
      stalledMs: STALLED_MS,
      causationId: 'fact 2',
      correlationId: 'ride fact 2',
      at: expect.arrayContaining([expect.stringContaining('endless')]),
    });
  });

  it('kills a process in which promises let nothing else in', async () => {
    const { lines, ended } = watched(handling('void (async () => { for (;;) await null; })();'));
    expect(await ended).toBe('SIGKILL');
    expect(JSON.parse(lines().at(-1)!)).toMatchObject({ causationId: 'fact 2' });
  });

  it('does no harm to a process that was stopped and goes on', async () => {
    const { child, lines, ended } = watched(`
      console.log('here');
      setTimeout(() => process.exit(7), ${3 * STALLED_MS});`);
    await once(child.stdout!, 'data');
    expect(lines()).toEqual(['here']);
    child.kill('SIGSTOP');
    await sleep(2 * STALLED_MS);
    child.kill('SIGCONT');
    expect(await ended).toBe(7);
  });

  it('does not keep a process alive', async () => {
    expect(await watched('').ended).toBe(0);
  });
});
