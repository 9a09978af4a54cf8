import { EVERY_SERVICE } from '@ride/events';
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { documentPath, releasedPath } from './kept.js';

// The command behind `npm run release-api`: clients are promised what the documents say now.
for (const service of EVERY_SERVICE) {
  mkdirSync(dirname(releasedPath(service)), { recursive: true });
  copyFileSync(documentPath(service), releasedPath(service));
}
console.log('docs/openapi/released is as docs/openapi');
