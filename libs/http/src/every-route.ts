import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { routesOf } from './openapi/described.js';

/** Refuses to start while a route doesn't say who may call it. */
@Injectable()
export class EveryRouteSaysWhoMayCallIt implements OnApplicationBootstrap {
  constructor(private readonly modules: ModulesContainer) {}

  onApplicationBootstrap(): void {
    const open = routesOf(this.modules).flatMap(({ name, allowed }) => (allowed === undefined ? [name] : []));
    if (open.length > 0) throw new Error(`Say who may call it, with @Allow(…) or @Public(): ${open.join(', ')}`);
  }
}
