import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { freePorts } from '../src/free-ports.js';
import { startChromium } from './console/chromium.js';
import { Operator } from './console/operator.js';
import { FiveServices } from './journey/five-services.js';
import { Person } from './journey/people.js';

/** Asks again until it is so. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + LONG_MS; !(await isSo());) if (Date.now() > end) throw new Error('It never was so.');
}

const STARTS_WITHIN_MS = 300_000;
const RIDERS = 1_000;
/** Those who change their profile while their first fact is dead: it waits behind. */
const CHANGING = 10;
const AT_ONCE = 20;
const LONG_MS = 240_000;
const HANDLER = 'NotificationHandlers.meetRider';

/** What somebody does who has never seen Ride, with the console alone; only riders' own apps speak to the services. */
describe('a stranger', () => {
  let five: FiveServices;
  let browser: Browser;
  let operator: Operator;
  const riders: Person[] = [];

  beforeAll(async () => {
    execFileSync(process.execPath, [join(import.meta.dirname, '../../../apps/console/web/build.mjs')]);
    const [port] = await freePorts(1);
    five = await FiveServices.start({ RIDE_BREAKS: 'on', RIDE_FAULTS_PORT: `${port}` });
    browser = await startChromium();
    operator = await Operator.at(browser, five.url('console'));
    await operator.signIn();
  }, STARTS_WITHIN_MS);
  afterAll(async () => {
    await browser?.close();
    await five?.stop();
  });

  it('breaks a handler', async () => {
    await operator.page.keyboard.press('g');
    await operator.page.keyboard.press('b');
    const panel = operator.page.getByRole('region', { name: 'A handler' });
    await panel.getByLabel('Service').selectOption('notification');
    await panel.getByLabel('Handler').selectOption(HANDLER);
    await panel.getByLabel('What it does').selectOption('fail_for_good');
    await panel.getByRole('button', { name: 'Break it' }).click();
    await operator.page.getByRole('button', { name: `Mend ${HANDLER}` }).waitFor();
  });

  it('finds the failed group, while riders go on registering', async () => {
    await registerRiders(RIDERS);
    await operator.page.keyboard.press('g');
    await operator.page.keyboard.press('x');
    const row = operator.page.getByRole('row', { name: new RegExp(`RiderRegistered.*${RIDERS.toLocaleString('en')}`) });
    await row.waitFor({ timeout: LONG_MS });
    await row.getByRole('link', { name: 'RiderRegistered' }).click();
    await operator.heading('RiderRegistered at notification').waitFor();
  }, 300_000);

  it('reads why', async () => {
    await operator.page
      .getByRole('link', { name: /RiderRegistered #\d+/ })
      .first()
      .click();
    await operator.heading(/RiderRegistered #\d+ at notification/).waitFor();
    await operator.page.getByText(`has ${HANDLER} fail every attempt`).first().waitFor();
    await operator.page.getByRole('region', { name: 'Data', exact: true }).getByText('riderId').first().waitFor();
    await operator.page.goBack();
    await operator.heading('RiderRegistered at notification').waitFor();
  });

  it('mends it', async () => {
    await changeProfiles();
    await operator.page.keyboard.press('g');
    await operator.page.keyboard.press('b');
    await operator.button(`Mend ${HANDLER}`).click();
    await operator.page.getByText('Nothing is broken').waitFor();
  });

  it('replays 1,000 facts, and watches them drain', async () => {
    await operator.page.keyboard.press('g');
    await operator.page.keyboard.press('x');
    await operator.page.getByRole('link', { name: 'RiderRegistered' }).click();
    await operator.button('Replay …').click();
    const dialog = operator.page.getByRole('dialog');
    await dialog.getByText('Dry run: 1,000 facts of 1,000 keys').waitFor();
    await dialog.getByText(`Waiting behind these: ${CHANGING} facts of ${CHANGING} keys.`).waitFor();
    await dialog.getByLabel(/^Facts per second/).fill('500');
    await dialog.getByLabel(/^Why/).fill('mended');
    await dialog.getByRole('button', { name: 'Replay 1,000 facts of 1,000 keys' }).click();
    await operator.heading('Replay at notification').waitFor();
    const handled: number[] = [];
    const progress = operator.page.getByRole('region', { name: 'Progress' });
    for (const end = Date.now() + LONG_MS; Date.now() < end && handled.at(-1) !== RIDERS;) {
      const text = (await progress.getByText(/^Handled: /).textContent()) ?? '';
      handled.push(Number(/Handled: ([\d,]+)/.exec(text)?.[1]?.replaceAll(',', '')));
    }
    await progress.getByText('Nothing more will come of it.').waitFor();
    expect(handled.at(-1)).toBe(RIDERS);
    expect(handled).toEqual(handled.toSorted((a, b) => a - b));
  }, 300_000);

  it('sees that what waited behind came after, in order', async () => {
    const changed = riders.slice(0, CHANGING).map(({ id }, n) => ({ id, email: `second${n}@example.com` }));
    const known = await five.sql('notification', 'SELECT id, email FROM contact WHERE id = ANY($1)', [
      changed.map(({ id }) => id),
    ]);
    expect(known).toHaveLength(CHANGING);
    expect(known).toEqual(expect.arrayContaining(changed));
  });

  it('sees that nothing is left, and who did what', async () => {
    await operator.page.keyboard.press('g');
    await operator.page.keyboard.press('x');
    await operator.page.getByText('Nothing has failed').waitFor();
    await operator.page.getByRole('link', { name: 'Repairs' }).click();
    await operator.page.getByRole('row', { name: /Replay.*notification.*done.*1,000 of 1,000.*mended/ }).waitFor();
    expect(operator.complaints).toEqual([]);
  });

  async function registerRiders(n: number): Promise<void> {
    for (let begin = 0; begin < n; begin += AT_ONCE) {
      const some = Array.from({ length: Math.min(AT_ONCE, n - begin) }, async (_, i) => {
        const rider = await Person.of(five, 'rider');
        await says(rider, `first${begin + i}@example.com`);
        return rider;
      });
      riders.push(...(await Promise.all(some)));
    }
  }
  async function changeProfiles(): Promise<void> {
    for (const [n, rider] of riders.slice(0, CHANGING).entries()) await says(rider, `second${n}@example.com`);
    // They are behind the dead ones when the service has heard them.
    await until(async () => {
      const waiting = await five.sql('notification', `SELECT 1 FROM failed_fact WHERE status = 'waiting'`);
      return waiting.length === CHANGING;
    });
  }
  async function says(rider: Person, email: string): Promise<void> {
    const { status } = await rider.ask('rider', 'PUT', '/profile', { name: 'A Rider', email, phone: '+12125550143' });
    if (status >= 300) throw new Error(`PUT /profile: ${status}`);
  }
});
