import { settings } from '@ride/configuration';
import type { FastifyInstance } from 'fastify';

/** A fact has up to 1 MB; as JSON, with its names and escapes, it is longer. Bytes. */
const LONGEST_EDIT = 4 * 1024 * 1024;

/** An edited dead letter may be as long as any fact, where editing is allowed. To be set before any route is. */
export function takeLargeEdits(fastify: FastifyInstance): void {
  if (settings().deadLetterEdit !== 'allow') return;
  fastify.addHook('onRoute', (route) => {
    if (route.url === '/dead-letters/:id/edit') route.bodyLimit = LONGEST_EDIT;
  });
}
