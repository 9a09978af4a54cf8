import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { hasJourneys } from './console/parts.js';
import { startChromium } from './console/chromium.js';
import { Operator } from './console/operator.js';
import { FiveServices } from './journey/five-services.js';
import { Person } from './journey/people.js';
import { freePorts } from '../src/free-ports.js';

const STARTS_WITHIN_MS = 300_000;
/** Ever so generous: the aim is 2 s on a machine at rest, and what it took is printed. */
const FIRST_VIEW_MS = 10_000;
const VIEW = `({
  paint: Math.round(performance.getEntriesByName('first-contentful-paint')[0].startTime),
  figures: Math.round(performance.now()),
})`;
const rider = { name: 'Wilhelmina Pennyworth', email: 'wilhelmina@pennyworth.example', phone: '+12125550143' };

/** The operators' page in a real browser, over the real services. */
describe('the operators’ page', () => {
  let five: FiveServices;
  let browser: Browser;
  let url: string;

  beforeAll(async () => {
    execFileSync(process.execPath, [join(import.meta.dirname, '../../../apps/console/web/build.mjs')]);
    const [port] = await freePorts(1);
    five = await FiveServices.start({ RIDE_BREAKS: 'on', RIDE_FAULTS_PORT: `${port}` });
    url = five.url('console');
    const person = await Person.of(five, 'rider');
    await person.ask('rider', 'PUT', '/profile', rider);
    browser = await startChromium();
  }, STARTS_WITHIN_MS);
  afterAll(async () => {
    await browser?.close();
    await five?.stop();
  });

  /** Each page, with its heading. */
  const PAGES: readonly (readonly [path: string, heading: string | RegExp])[] = [
    ['/', 'Overview'],
    ...(hasJourneys ? ([['/find', 'Rides']] as const) : []),
    ['/failed', 'Failed facts'],
    ['/failed/repairs', 'Repairs'],
    ['/failed/booking/letters', 'Failed facts at booking'],
    ['/facts', 'Facts'],
    ['/facts?topic=rides.v1', 'rides.v1'],
    ['/facts/RideRequested', 'RideRequested'],
    ['/area', 'Map'],
    ['/break', 'Break it'],
  ];

  it('lets an operator in by one click at the issuer, and nobody else', async () => {
    const operator = await Operator.at(browser, url);
    await operator.signIn();
    await operator.button('Sign out').click();
    await operator.button('Sign in').click();
    await operator.button('Sign in as a driver').click();
    await operator.page.getByText('This page is for operators').waitFor();
    expect(operator.complaints).toEqual([]);
    await operator.leave();
  });

  it('comes back to the page that somebody wanted to see', async () => {
    const operator = await Operator.at(browser, url);
    await operator.page.goto(`${url}/facts/RideRequested`);
    await operator.button('Sign in').click();
    await operator.button('Sign in as an operator').click();
    await operator.heading('RideRequested').waitFor();
    await operator.leave();
  });

  it('keeps the token in the tab only', async () => {
    const operator = await Operator.at(browser, url);
    await operator.signIn();
    expect(await operator.page.evaluate<string>('JSON.stringify(localStorage)')).not.toContain('access_token');
    await operator.leave();
  });

  it(`shows its first view within ${FIRST_VIEW_MS} ms`, async () => {
    const operator = await Operator.at(browser, url);
    await operator.signIn();
    const views: { readonly paint: number; readonly figures: number }[] = [];
    // What else the machine does is not the page's affair: the best of some counts.
    for (let n = 0; n < 5; n++) {
      await operator.page.reload();
      await operator.page.getByText('services ready').waitFor();
      views.push(await operator.page.evaluate(VIEW));
    }
    const best = views.toSorted((a, b) => a.figures - b.figures)[0];
    console.log(`first view: ${JSON.stringify(best)} ms`);
    expect(best?.figures).toBeLessThan(FIRST_VIEW_MS);
    await operator.leave();
  });

  describe.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
    ['dark', 360],
  ] as const)('in %s, %s px wide', (theme, width) => {
    let operator: Operator;
    beforeAll(async () => {
      operator = await Operator.at(browser, url, { theme, width });
      await operator.signIn();
    });
    afterAll(() => operator?.leave());

    it.each(PAGES)('%s complains of nothing, is for everybody, and fits', async (path, heading) => {
      operator.complaints.length = 0;
      await operator.open(path, heading);
      await picture(operator, `${path.replace(/\W+/g, '-')}-${theme}-${width}`);
      expect(await operator.violations()).toEqual([]);
      expect(await operator.widerThanThePage()).toEqual([]);
      expect(operator.complaints).toEqual([]);
    });
  });

  it('can be gone through by keys alone', async () => {
    const operator = await Operator.at(browser, url);
    await operator.signIn();
    const { keyboard } = operator.page;
    const to = async (keys: string, heading: string): Promise<void> => {
      for (const key of keys) await keyboard.press(key);
      await operator.heading(heading).waitFor();
    };
    await to('gx', 'Failed facts');
    await to('gf', 'Facts');
    await keyboard.press('?');
    await operator.page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await keyboard.press('Escape');
    await to('gb', 'Break it');
    await keyboard.press('/');
    await keyboard.type('01a21044-98be-71cf-a7d5-4bb8552fbabf');
    await keyboard.press('Enter');
    await operator.heading('Rides').waitFor();
    await to('go', 'Overview');
    // What comes first leads past the navigation.
    expect(await operator.page.evaluate(`document.querySelector('a, button, input').textContent`)).toBe(
      'To the content',
    );
    await operator.page.getByRole('link', { name: 'To the content' }).focus();
    await keyboard.press('Enter');
    expect(await operator.page.evaluate('document.activeElement.id')).toBe('main');
    await operator.leave();
  });
});

/** Where somebody wants to see them: PICTURES=folder. */
async function picture(operator: Operator, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await operator.page.screenshot({ path: join(folder, `${name}.png`) });
}
