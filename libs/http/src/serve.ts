import type { Type } from '@nestjs/common';
import { NestFactory, Reflector } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { settings } from '@ride/configuration';
import type { Service } from '@ride/events';
import { useServiceAreas } from '@ride/geo';
import { FactServer, Probes } from '@ride/messaging';
import { logger, nestLogger, startWatchdog } from '@ride/observability';
import { AuthGuard } from './auth.guard.js';
import { takeLargeEdits } from './dead-letters/large-edits.js';
import { describe } from './docs.js';
import { HttpModule } from './http.module.js';
import { ProblemFilter } from './problem.filter.js';
import { identifyRequests } from './request.js';
import { untilStarted } from './health/until-started.js';
import { Tokens } from './tokens.js';
import { validation } from './validation.js';

/** What every edge does, set before any route exists: ids, security headers, identity, validation, problem details, OpenAPI. */
export function setUpEdge(app: NestExpressApplication, name: Service): void {
  const log = logger(name);
  app.use(identifyRequests(log));
  // TLS ends in front of the service; on a plain local address a browser would look for scripts in vain.
  app.useSecurityHeaders({ contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } });
  takeLargeEdits(app);
  app.useGlobalGuards(new AuthGuard(app.get(Reflector), new Tokens(settings().identity)));
  app.useGlobalPipes(validation());
  app.useGlobalFilters(new ProblemFilter(log));
  describe(app, name);
}

/**
 * Starts a service: its REST edge on its port, its handlers on the log. Resolves when both work; rejects with what is
 * wrong. On SIGINT or SIGTERM it finishes what it has begun and ends the process. A process that is caught in a loop kills
 * itself (see startWatchdog), for its supervisor to start it again.
 */
export async function serve(service: Type, name: Service): Promise<NestExpressApplication> {
  const { areasFile, ports, host, watchdogMs } = settings();
  startWatchdog(name, watchdogMs);
  useServiceAreas(areasFile);
  const app = await NestFactory.create<NestExpressApplication>(HttpModule.around(service), {
    logger: nestLogger(logger(name)),
    abortOnError: false,
    forceCloseConnections: true,
  });
  app.enableShutdownHooks([], { useProcessExit: true });
  setUpEdge(app, name);
  app.use(untilStarted(app.get(Probes)));
  app.connectMicroservice({ strategy: app.get(FactServer) }, { inheritAppConfig: true });
  // It listens first, so that the probes tell what it waits for.
  await app.listen(ports[name], host);
  await app.startAllMicroservices();
  logger(name).info({ port: ports[name] }, 'started');
  return app;
}
