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
export function needsKey(description: string, schema: { readonly format?: string; readonly pattern?: string }) {
  const said = applyDecorators(
    SetMetadata(OF_KEYS, 'needs one' satisfies OfKeys),
    ApiHeader({ name: 'Idempotency-Key', required: true, description, schema: { type: 'string', ...schema } }),
  );
  const decorator: ParameterDecorator = (controller, name) =>
    said(controller, name!, Object.getOwnPropertyDescriptor(controller, name!)!);
  return decorator;
}
