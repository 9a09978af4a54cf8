import type { Type } from '@nestjs/common';
import { EVERY_SERVICE, type Service } from '@ride/events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRepository } from '../repository.js';
import type { Document } from './document.js';
import { errorsPage } from './errors-page.js';
import { documentPath, keptText, textOf } from './kept.js';
import { documentOfModule } from './preview.js';

// The third part of `npm run docs`: docs/openapi/<service>.json from the compiled services, and docs/errors.md from those.
const documents = {} as Record<Service, Document>;
for (const service of EVERY_SERVICE) {
  const path = inRepository('apps', service, 'dist', 'src', `${service}.module.js`);
  const { default: _, ...exported } = (await import(pathToFileURL(path).href)) as Record<string, Type>;
  const [module] = Object.values(exported);
  if (module === undefined) throw new Error(`${path} exports no module`);
  const document = (documents[service] = await documentOfModule(module, service));
  const text = textOf(document);
  if (keptText(service) === text) continue;
  mkdirSync(dirname(documentPath(service)), { recursive: true });
  writeFileSync(documentPath(service), text);
  console.log(`wrote docs/openapi/${service}.json`);
}

const path = inRepository('docs', 'errors.md');
const page = errorsPage(documents);
if (!existsSync(path) || readFileSync(path, 'utf8') !== page) {
  writeFileSync(path, page);
  console.log('wrote docs/errors.md');
}
