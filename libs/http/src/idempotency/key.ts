import type { IncomingMessage } from 'node:http';
import { problems } from '../problem.js';

const KEY = /^[\x21-\x7e]{1,255}$/;

/** The request's Idempotency-Key. Throws Problem: `idempotency_key_missing`, `invalid_request`. */
export function idempotencyKeyOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const key = headers['idempotency-key'];
  if (key === undefined || key === '') throw problems.idempotency_key_missing();
  if (typeof key !== 'string' || !KEY.test(key))
    throw problems.invalid_request([
      { path: 'Idempotency-Key', message: 'is 1 to 255 visible ASCII characters, such as a UUID' },
    ]);
  return key;
}
