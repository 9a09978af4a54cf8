import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ALLOWED } from './allow.js';

/** Refuses to start while a route doesn't say who may call it. */
@Injectable()
export class EveryRouteSaysWhoMayCallIt implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const open = this.discovery.getControllers().flatMap(({ metatype }) => (metatype ? this.#open(metatype) : []));
    if (open.length > 0) throw new Error(`Say who may call it, with @Allow(…) or @Public(): ${open.join(', ')}`);
  }

  // eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- Nest's own type of a class
  #open(controller: Function): readonly string[] {
    const methods = controller.prototype as Record<string, () => unknown>;
    return this.scanner.getAllMethodNames(methods).flatMap((name) => {
      const method = methods[name];
      const isRoute = method !== undefined && Reflect.hasMetadata(METHOD_METADATA, method);
      const says = isRoute && this.reflector.getAllAndOverride<unknown>(ALLOWED, [method, controller]) !== undefined;
      return isRoute && !says ? [`${controller.name}.${name}`] : [];
    });
  }
}
