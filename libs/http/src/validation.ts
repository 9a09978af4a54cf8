import { StandardSchemaValidationPipe } from '@nestjs/common';
import { Id } from './openapi/shapes.js';
import { z } from 'zod';
import { problems } from './problem.js';

/** An id in a path or a body; lower case, as facts and rows have it. */
export const Uuid = Id.transform((id) => id.toLowerCase());

/** An address as mail servers take it: at most 64 characters before its @ (RFC 5321). */
export const Email = z
  .email()
  .max(200)
  .regex(/^[^@]{1,64}@/, 'has more than 64 characters before its @');

/** Checks `@Body({ schema })`, `@Param(name, { schema })` and `@Query({ schema })`; throws Problem `invalid_request`. */
export function validation(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      problems.invalid_request(
        issues.map(({ path = [], message }) => ({
          path: path.map((step) => String(typeof step === 'object' ? step.key : step)).join('.'),
          message,
        })),
      ),
  });
}
