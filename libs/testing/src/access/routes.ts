import type { Document } from '@ride/http';
import type { Role } from '../issuer.js';

/** A route as the service's document, which is made from the routes themselves, has it. */
export interface Route {
  /** Such as `GET /rides/{rideId}`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** Names in its path. */
  readonly parameters: readonly string[];
  readonly takesBody: boolean;
  readonly roles: readonly Role[] | 'everyone';
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

export function routesIn({ paths }: Document): readonly Route[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      if (operation === undefined) return [];
      const roles = operation.security?.flatMap(({ bearer = [] }) => bearer as Role[]) ?? [];
      return [
        {
          name: `${method.toUpperCase()} ${path}`,
          method: method.toUpperCase(),
          path,
          parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
          takesBody: operation.requestBody !== undefined,
          roles: roles.length > 0 ? roles : ('everyone' as const),
        },
      ];
    }),
  );
}
