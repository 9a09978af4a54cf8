import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { v7 } from 'uuid';
import { problems } from './problem.js';
import { Uuid } from './validation.js';

/** The Idempotency-Key of the request, a UUID; a new one when it has none. Throws Problem `invalid_request` for another text. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const given = context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
  if (given === undefined) return v7();
  const { data } = Uuid.safeParse(given);
  if (data === undefined)
    throw problems.invalid_request([{ path: 'Idempotency-Key', message: 'is a UUID that you make for each repair' }]);
  return data;
});
