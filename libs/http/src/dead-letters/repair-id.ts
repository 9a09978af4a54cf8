import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { needsKey } from '../idempotency/says-of-keys.js';
import { idempotencyKeyOf } from '../idempotency/key.js';
import { problems } from '../problem.js';
import { Uuid } from '../validation.js';

/**
 * The Idempotency-Key of the request, a UUID: the id of the repair that it orders, by which it is known for good.
 * Throws Problem: `idempotency_key_missing`, `invalid_request`.
 */
export const RepairId = createParamDecorator(
  (_: unknown, context: ExecutionContext): string => {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { data } = Uuid.safeParse(idempotencyKeyOf(request));
    if (data === undefined)
      throw problems.invalid_request([{ path: 'Idempotency-Key', message: 'is a UUID that you make for each repair' }]);
    return data;
  },
  [
    needsKey('the repair’s id: the same one means the same repair, however often it is sent', {
      format: 'uuid',
    }),
  ],
);
