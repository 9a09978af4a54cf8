import { StandardSchemaValidationPipe } from '@nestjs/common';
import { Id } from './openapi/shapes.js';
import { problems } from './problem.js';

/** An id in a path or a body; lower case, as facts and rows have it. */
export const Uuid = Id.transform((id) => id.toLowerCase());

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
