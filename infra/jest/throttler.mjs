import '@nestjs/common';
import '@nestjs/core';
import { createRequire } from 'node:module';

// Jest runs a CommonJS package while it still links the modules that import it. This one requires those above, which are no
// CommonJS: it can when it is run after them.
const throttler = createRequire(import.meta.url)('../../node_modules/@nestjs/throttler/dist/index.js');
export const { InjectThrottlerOptions, InjectThrottlerStorage, SkipThrottle, Throttle } = throttler;
export const { getStorageToken, normalizeIp, ThrottlerGuard, ThrottlerModule } = throttler;
