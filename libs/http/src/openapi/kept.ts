import type { Service } from '@ride/events';
import { existsSync, readFileSync } from 'node:fs';
import { inRepository } from '../repository.js';
import type { Document } from './document.js';

/** Where a service's document is kept in the repository. */
export function documentPath(service: Service): string {
  return inRepository('docs', 'openapi', `${service}.json`);
}

/** As it stands in the file. */
export function textOf(document: Document): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Where the document of the last release is kept, which clients were made for. */
export function releasedPath(service: Service): string {
  return inRepository('docs', 'openapi', 'released', `${service}.json`);
}

/** The text of the kept document; null when there is none yet. */
export function keptText(service: Service): string | null {
  return textIn(documentPath(service));
}

/** The text of the released document; null when there is none yet. */
export function releasedText(service: Service): string | null {
  return textIn(releasedPath(service));
}

function textIn(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
