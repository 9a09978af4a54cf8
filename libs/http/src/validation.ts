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

/** International or not, with a digit at its end. */
export const Phone = z.string().regex(/^\+?\(?[0-9][0-9 ()-]{3,28}[0-9]$/, 'is no phone number');

/** Text of 1 to so many characters, counted as JSON Schema does: whole ones, not halves of surrogate pairs. */
export const textUpTo = (most: number) =>
  z
    .string()
    .min(1)
    .refine((text) => text.length <= most || [...text].length <= most, `has more than ${most} characters`)
    .meta({ maxLength: most });

/** Text that somebody typed; spaces around it are left out. */
export const typed = (most: number) =>
  textUpTo(most)
    .regex(/\S/, 'is blank')
    .meta({ maxLength: most })
    .transform((text) => text.trim());

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
