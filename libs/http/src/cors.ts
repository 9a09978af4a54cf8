import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { settings } from '@ride/configuration';

/** What scripts of other origins may read beside what they always may. */
const EXPOSED = ['location', 'retry-after', 'x-correlation-id', 'allow', 'www-authenticate', 'idempotency-replayed'];
const LIMITS = ['ratelimit', 'ratelimit-policy'];
/** How long a browser may remember what it was allowed, seconds. */
const REMEMBERED_SECONDS = 600;

/** Pages of RIDE_CORS_ORIGINS, and no others, may call the service from a browser. Tokens come in a header, never in a cookie. */
export function allowOrigins(app: NestFastifyApplication): void {
  const { corsOrigins } = settings();
  if (corsOrigins.length === 0) return;
  app.enableCors({
    origin: [...corsOrigins],
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: [...EXPOSED, ...LIMITS],
    maxAge: REMEMBERED_SECONDS,
  });
}
