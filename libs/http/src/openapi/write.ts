import type { Type } from '@nestjs/common';
import { SERVICES } from '@ride/events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRepository } from '../repository.js';
import { documentPath, keptText, textOf } from './kept.js';
import { documentOfModule } from './preview.js';

// The third part of `npm run docs`: docs/openapi/<service>.json, from the compiled services.
for (const service of SERVICES) {
  const path = inRepository('apps', service, 'dist', 'src', `${service}.module.js`);
  const { default: _, ...exported } = (await import(pathToFileURL(path).href)) as Record<string, Type>;
  const [module] = Object.values(exported);
  if (module === undefined) throw new Error(`${path} exports no module`);
  const text = textOf(await documentOfModule(module, service));
  if (keptText(service) === text) continue;
  mkdirSync(dirname(documentPath(service)), { recursive: true });
  writeFileSync(documentPath(service), text);
  console.log(`wrote docs/openapi/${service}.json`);
}
