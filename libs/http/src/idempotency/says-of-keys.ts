import { applyDecorators, SetMetadata, type CustomDecorator } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';

/** Metadata of a POST: whether it needs an Idempotency-Key. */
export const OF_KEYS = Symbol('of idempotency keys');
export type OfKeys = 'needs one' | 'needs none';

/** The POST only asks, or may be done twice as well as once: it needs no Idempotency-Key. */
export function WithoutKey(): CustomDecorator<symbol> {
  return SetMetadata(OF_KEYS, 'needs none' satisfies OfKeys);
}

/** For the decorator of a parameter that is made from the key: the route needs one, and its documentation says so. */
export const needsKey: ParameterDecorator = (controller, name) => {
  const route = Object.getOwnPropertyDescriptor(controller, name!)!;
  applyDecorators(
    SetMetadata(OF_KEYS, 'needs one' satisfies OfKeys),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description:
        'yours for what you ask: sent again with the same body within 24 h, it is done once and answered the same',
      schema: { type: 'string', pattern: '^[!-~]{1,255}$' },
    }),
  )(controller, name!, route);
};
