import { EVERY_SERVICE, SERVICES, type Service } from '@ride/events';
import { readFileSync } from 'node:fs';
import { inRepository } from '../repository.js';
import { codesOf } from './codes.js';
import type { Document } from './document.js';
import { errorsPage } from './errors-page.js';
import { keptText } from './kept.js';

const documents = Object.fromEntries(
  EVERY_SERVICE.map((service) => [service, JSON.parse(keptText(service)!) as Document]),
) as Record<Service, Document>;

describe('docs/errors.md', () => {
  it('is as the documents say (otherwise run `npm run docs` and commit it)', () => {
    expect(readFileSync(inRepository('docs', 'errors.md'), 'utf8')).toBe(errorsPage(documents));
  });
});

/** Refused to matching’s own rounds: nobody meets them through HTTP. */
const WITHIN = ['search_closed', 'driver_left_out'];

describe('a service’s closed list of codes', () => {
  it.each(SERVICES)('has all that the README of %s says its policies refuse', (service) => {
    const readme = readFileSync(inRepository('apps', service, 'README.md'), 'utf8');
    const refused = [...(readme.split('## Refuses')[1] ?? '').matchAll(/^\| `(\w+)` \|/gm)].map(([, code]) => code);
    const listed = codesOf(documents[service]).map(({ code }) => code);
    expect(refused.filter((code) => !listed.includes(code!) && !WITHIN.includes(code!))).toEqual([]);
  });
});
