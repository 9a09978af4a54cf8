import type { IncomingMessage } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { settings } from '@ride/configuration';

/** A fact has up to 1 MB; as JSON, with its names and escapes, it is longer. Everything else keeps to the usual 100 KB. */
const LONGEST = '4mb';
const EDIT = /^\/dead-letters\/\d+\/edit$/;

/** An edited dead letter may be as long as any fact, where editing is allowed. To be set before any other body is read. */
export function takeLargeEdits(app: NestExpressApplication): void {
  if (settings().deadLetterEdit !== 'allow') return;
  app.useBodyParser('json', { limit: LONGEST, type: isEdit });
  // Nest sees that there is one for JSON, and leaves out its own.
  app.useBodyParser('json');
}

function isEdit({ method, url = '', headers }: IncomingMessage): boolean {
  const isJson = headers['content-type']?.startsWith('application/json') ?? false;
  return method === 'POST' && isJson && EDIT.test(url.split('?', 1)[0] ?? '');
}
