import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** A loaded machine may take its time; what never comes fails all the same. */
const PATIENCE_MS = 60_000;

interface Look {
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
}
interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/** Somebody who looks at the operators' page, in a browser of their own, and everything that it complained about. */
export class Operator {
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly url: string,
  ) {}

  static async at(browser: Browser, url: string, { theme = 'light', width = 1280 }: Look = {}): Promise<Operator> {
    const viewport = { width, height: 900 };
    const context = await browser.newContext({ viewport, colorScheme: theme, reducedMotion: 'reduce' });
    context.setDefaultTimeout(PATIENCE_MS);
    // The policy of the page lets no foreign script in: it is put in before the page's own, by the browser.
    await context.addInitScript({ content: axe });
    const page = await context.newPage();
    const operator = new Operator(page, context, url);
    page.on('console', (said) => {
      if (said.type() === 'error') operator.complaints.push(`${said.text()} ${said.location().url}`);
    });
    page.on('pageerror', (error) => operator.complaints.push(error.message));
    return operator;
  }

  async signIn(): Promise<void> {
    await this.page.goto(this.url);
    await this.button('Sign in').click();
    await this.button('Sign in as an operator').click();
    await this.heading('Overview').waitFor();
  }

  async open(path: string, heading: string | RegExp): Promise<void> {
    await this.page.goto(this.url + path);
    await this.heading(heading).waitFor();
    await this.loaded();
  }

  /** Nothing is being waited for any more. */
  async loaded(): Promise<void> {
    await this.page.locator('.waiting').first().waitFor({ state: 'detached' });
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  }

  /** What axe finds wrong, where, of what matters. */
  async violations(): Promise<readonly string[]> {
    const found = await this.page.evaluate<readonly Violation[]>('axe.run().then(({ violations }) => violations)');
    return found
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
  }

  /** What sticks out on the right, so that the page would have to be moved sideways. */
  widerThanThePage(): Promise<readonly string[]> {
    return this.page.evaluate(`(() => {
      if (document.documentElement.scrollWidth <= innerWidth) return [];
      const all = [...document.querySelectorAll('body *')];
      const out = all.filter((each) => each.getBoundingClientRect().right > innerWidth + 1);
      return out.map((each) => each.tagName + '.' + each.getAttribute('class')).slice(0, 5);
    })()`);
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
