import { Injectable, RequestMethod, type OnApplicationBootstrap } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { routesOf } from '../openapi/described.js';

/** Refuses to start while a POST doesn't say whether it needs an Idempotency-Key. */
@Injectable()
export class EveryPostSaysWhetherItNeedsAKey implements OnApplicationBootstrap {
  constructor(private readonly modules: ModulesContainer) {}

  onApplicationBootstrap(): void {
    const posts = routesOf(this.modules).filter(({ method }) => method === RequestMethod.POST);
    const silent = posts.flatMap(({ name, ofKeys }) => (ofKeys === undefined ? [name] : []));
    if (silent.length > 0)
      throw new Error(`Say whether it needs an Idempotency-Key, by @Once() or @WithoutKey(): ${silent.join(', ')}`);
  }
}
