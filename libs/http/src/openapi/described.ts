import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector, type ModulesContainer } from '@nestjs/core';
import { ALLOWED, type Allowed } from '../allow.js';
import { OF_KEYS, type OfKeys } from '../idempotency/says-of-keys.js';
import { LIMIT, type Limited } from '../limits/limit.js';
import { OPERATION, type Operation } from './operation.js';
import { TAG, type Tag } from './tag.js';

/** A route as its decorators tell of it; undefined: what none of them says. */
export interface Route {
  /** `Controller.method`. */
  readonly name: string;
  readonly method: RequestMethod;
  readonly operation: Operation | undefined;
  readonly allowed: Allowed | undefined;
  readonly tag: Tag | undefined;
  readonly ofKeys: OfKeys | undefined;
  readonly limited: Limited | undefined;
}

/** All routes of the application. */
export function routesOf(modules: ModulesContainer): readonly Route[] {
  const discovery = new DiscoveryService(modules);
  const [scanner, reflector] = [new MetadataScanner(), new Reflector()];
  return discovery.getControllers().flatMap(({ metatype }) => {
    if (!metatype) return [];
    const controller = metatype as Type;
    const methods = controller.prototype as Record<string, () => unknown>;
    return scanner.getAllMethodNames(methods).flatMap((method) => {
      const handler = methods[method];
      if (handler === undefined || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
      const said = <T>(key: symbol) => reflector.getAllAndOverride<T | undefined>(key, [handler, controller]);
      return [
        {
          name: `${controller.name}.${method}`,
          method: Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod,
          operation: said<Operation>(OPERATION),
          allowed: said<Allowed>(ALLOWED),
          tag: said<Tag>(TAG),
          ofKeys: said<OfKeys>(OF_KEYS),
          limited: said<Limited>(LIMIT),
        },
      ];
    });
  });
}
