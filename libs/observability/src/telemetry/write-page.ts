import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { telemetryPage } from './page.js';
import { inRepository } from './repository.js';

// A part of `npm run docs`.
const path = inRepository('docs', 'telemetry.md');
if (!existsSync(path) || readFileSync(path, 'utf8') !== telemetryPage()) {
  writeFileSync(path, telemetryPage());
  console.log('wrote docs/telemetry.md');
}
