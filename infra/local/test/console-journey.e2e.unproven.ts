import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { freePorts } from '../src/free-ports.js';
import { hasJourneys } from './console/parts.js';
import { startChromium } from './console/chromium.js';
import { Operator } from './console/operator.js';
import { FiveServices } from './journey/five-services.js';
import { Person } from './journey/people.js';
import { simulate, trips } from './journey/simulator.js';
import { recordsIn } from './journey/topics.js';

const STARTS_WITHIN_MS = 300_000;
const PATIENCE_MS = 120_000;

interface Found {
  readonly journeys: readonly { readonly correlationId: string; readonly ride: object | null }[];
}
interface Journey {
  readonly ride: { readonly state: string; readonly riderId: string } | null;
  readonly entries: readonly { readonly kind: string; readonly id: string }[];
}

/** A ride that something went wrong with, as the page shows it. */
(hasJourneys ? describe : describe.skip)('the journey of a ride on its page', () => {
  let five: FiveServices;
  let browser: Browser;
  let operator: Operator;
  let asker: Person;
  let rideId: string;
  let journey: Journey;

  beforeAll(async () => {
    execFileSync(process.execPath, [join(import.meta.dirname, '../../../apps/console/web/build.mjs')]);
    const [port] = await freePorts(1);
    five = await FiveServices.start({
      RIDE_BREAKS: 'on',
      RIDE_FAULTS_PORT: `${port}`,
      RIDE_RETRY_BACKOFF_MS: '200,400',
    });
    asker = await Person.of(five, 'operator');
    await breaks('booking', { handler: 'BookingHandlers.follow', kind: 'fail', times: 1 });
    await breaks('notification', { handler: 'NotificationHandlers.tell', kind: 'fail_for_good', times: 1 });
    await simulate(five, { trips: trips(1, 10), drivers: 1, speed: 60 });
    const { body } = await asker.ask('console', 'GET', '/journeys');
    const found = (body as Found).journeys.find(({ ride }) => ride !== null);
    rideId = found?.correlationId ?? '';
    journey = await complete();
    browser = await startChromium();
    operator = await Operator.at(browser, five.url('console'));
    await operator.signIn();
  }, STARTS_WITHIN_MS);
  afterAll(async () => {
    await browser?.close();
    await five?.stop();
  });

  it('has every entry that the REST tells of, each with its details', async () => {
    operator.complaints.length = 0;
    await operator.open(`/journey/${rideId}`, /^Journey/);
    const entries = operator.page.getByRole('region', { name: 'Timeline' }).getByRole('listitem');
    await picture('journey');
    expect(await entries.count()).toBe(journey.entries.length);
    const kinds = new Set(journey.entries.map(({ kind }) => kind));
    expect([...kinds].toSorted()).toEqual(['dead-letter', 'fact', 'handled', 'request', 'retry']);
    const details = operator.page.getByRole('complementary', { name: 'Details' });
    await entries.first().getByRole('button').focus();
    for (const n of journey.entries.keys()) {
      await operator.page.keyboard.press('Enter');
      await details.getByText('Service', { exact: true }).waitFor();
      if (n < journey.entries.length - 1) await operator.page.keyboard.press('ArrowDown');
    }
    expect(await operator.violations()).toEqual([]);
    expect(operator.complaints).toEqual([]);
  });

  it('has every fact of the ride that is in the log', async () => {
    const facts = (await recordsIn(five.kafka(), [five.topic('rides.v1')]))
      .filter(({ key }) => key === rideId)
      .map(({ headers }) => headers['ce_id'] ?? '');
    const shown = new Set(journey.entries.map(({ id }) => id));
    expect(facts.length).toBeGreaterThan(5);
    expect(facts.filter((id) => !shown.has(id))).toEqual([]);
  });

  it('is found by the rider, and leads to the dead letter', async () => {
    await operator.page.getByRole('searchbox').fill(journey.ride?.riderId ?? '');
    await operator.page.keyboard.press('Enter');
    await operator.page
      .getByRole('link', { name: new RegExp(rideId.slice(0, 8)) })
      .first()
      .click();
    await operator.page.getByRole('button', { name: /given up after/ }).click();
    await operator.page.getByRole('link', { name: 'Look at it, and repair it' }).click();
    await operator.heading(/at notification$/).waitFor();
  });

  async function breaks(service: 'booking' | 'notification', body: object): Promise<void> {
    const { status } = await asker.ask(service, 'POST', '/breaks', body);
    if (status !== 201) throw new Error(`POST /breaks of ${service}: ${status}`);
  }

  /** Until nothing more is added to it. */
  async function complete(): Promise<Journey> {
    let before = -1;
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
      const { body } = await asker.ask('console', 'GET', `/journeys/${rideId}`);
      const now = body as Journey;
      if (now.ride?.state === 'completed' && now.entries.length === before) return now;
      before = now.entries?.length ?? -1;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    throw new Error('The journey never came to an end.');
  }

  /** Where somebody wants to see it: PICTURES=folder. */
  async function picture(name: string): Promise<void> {
    const folder = process.env['PICTURES'];
    if (folder === undefined) return;
    mkdirSync(folder, { recursive: true });
    await operator.page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }
});
