import type { Type } from '@nestjs/common';
import { NestFactory, Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { settings } from '@ride/configuration';
import type { Service } from '@ride/events';
import { useServiceAreas } from '@ride/geo';
import { FactServer, migrateNamed, Probes } from '@ride/messaging';
import { logger, nestLogger, startTelemetry, startWatchdog } from '@ride/observability';
import { edgeAdapter } from './adapter.js';
import { AuthGuard } from './auth.guard.js';
import { Callers } from './callers.js';
import { allowOrigins } from './cors.js';
import { takeLargeEdits } from './dead-letters/large-edits.js';
import { describe } from './docs.js';
import { drainConnections } from './draining.js';
import { HttpModule } from './http.module.js';
import { takeJsonBodies } from './json-bodies.js';
import { LimitsGuard } from './limits/limits.guard.js';
import { Limits } from './limits/limits.js';
import { tellOfUnknownProxy } from './limits/unknown-proxy.js';
import { limitPages } from './limits/pages.js';
import { ProblemFilter } from './problem.filter.js';
import { identifyRequests } from './request.js';
import { refuseUnrouted } from './routes.js';
import { refuseUnstorableUrls } from './storable.js';
import { untilStarted } from './health/until-started.js';
import { validation } from './validation.js';

/** What every edge does, set before any route exists: ids, security headers, identity, validation, problem details, OpenAPI. */
export function setUpEdge(app: NestFastifyApplication, name: Service): void {
  const log = logger(name);
  const fastify = app.getHttpAdapter().getInstance();
  const limits = app.get(Limits);
  identifyRequests(fastify, log);
  refuseUnrouted(fastify, (request, reply) => limits.spendAsStranger(request, reply));
  refuseUnstorableUrls(fastify);
  takeJsonBodies(fastify);
  takeLargeEdits(fastify);
  drainConnections(fastify);
  allowOrigins(app);
  if (limits.areOn) {
    limitPages(fastify, limits);
    if (settings().trustedProxies.length === 0) tellOfUnknownProxy(fastify, log);
    app.useGlobalGuards(app.get(LimitsGuard));
  }
  app.useGlobalGuards(new AuthGuard(app.get(Reflector), app.get(Callers)));
  app.useGlobalPipes(validation());
  app.useGlobalFilters(new ProblemFilter(log));
  describe(app, name);
}

/**
 * Starts a service, or, where the process was started as `main.js migrate`, only brings its tables up to date and ends.
 *
 * A service is its REST edge on its port, its handlers on the log. Resolves when both work; rejects with what is
 * wrong. On SIGINT or SIGTERM it finishes what it has begun and ends the process. A process that is caught in a loop kills
 * itself (see startWatchdog), for its supervisor to start it again.
 */
export async function serve(service: Type, name: Service): Promise<NestFastifyApplication> {
  if (process.argv[2] === 'migrate') {
    const done = await migrateNamed(name);
    logger(name).info({ done }, 'migrated');
    process.exit();
  }
  const { areasFile, ports, host, watchdogMs } = settings();
  startTelemetry(name);
  startWatchdog(name, watchdogMs);
  useServiceAreas(areasFile);
  const app = await NestFactory.create<NestFastifyApplication>(HttpModule.around(service, name), edgeAdapter(), {
    logger: nestLogger(logger(name)),
    abortOnError: false,
    bodyParser: false,
  });
  app.enableShutdownHooks([], { useProcessExit: true });
  setUpEdge(app, name);
  untilStarted(app.getHttpAdapter().getInstance(), app.get(Probes));
  app.connectMicroservice({ strategy: app.get(FactServer) }, { inheritAppConfig: true });
  // It listens first, so that the probes tell what it waits for.
  await app.listen(ports[name], host);
  await app.startAllMicroservices();
  logger(name).info({ port: ports[name] }, 'started');
  return app;
}
