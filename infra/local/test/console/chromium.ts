import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import packaged from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** No sandbox: suites run as whoever they run as. A map is drawn by the processor where there is no graphics card. */
const FLAGS = [
  ...['--no-sandbox', '--no-zygote', '--disable-dev-shm-usage', '--ignore-gpu-blocklist'],
  ...['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
];

/** A real Chromium: CHROMIUM names it, or one on the PATH, or the one that came with the packages. */
export async function startChromium(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? onThePath() ?? (await packaged.executablePath());
  return chromium.launch({ executablePath, args: FLAGS, headless: true });
}

function onThePath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((file) => existsSync(file));
}
