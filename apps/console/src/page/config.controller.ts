import { Controller, Get } from '@nestjs/common';
import { settings } from '@ride/configuration';
import { Operation, Public, Tag } from '@ride/http';
import { z } from 'zod';
import { faultsUrl } from './faults-url.js';

const Url = z.string().meta({ format: 'uri' });
const ConsoleConfig = z
  .object({
    services: z
      .object({ rider: Url, driver: Url, matching: Url, booking: Url, notification: Url })
      .meta({ description: 'where the page asks them itself' }),
    issuer: z.string().meta({ description: 'the OpenID provider at which operators sign in' }),
    clientId: z.string(),
    audience: z.string(),
    roleClaim: z.string().meta({ description: 'where in a token the role stands' }),
    faultsUrl: Url.nullable().meta({ description: 'where the local stack can be broken; null elsewhere' }),
    traceUrl: z.string().nullable().meta({ description: 'with {traceId}' }),
    logUrl: z.string().nullable().meta({ description: 'with {correlationId}' }),
  })
  .meta({ id: 'ConsoleConfig' });
type ConsoleConfig = z.infer<typeof ConsoleConfig>;

@Tag('page', 'What the operators’ page has to know before anybody has signed in')
@Controller('console-config.json')
@Public()
export class ConfigController {
  @Get()
  @Operation({
    id: 'getConsoleConfig',
    summary: 'Where the services are, and who signs operators in',
    answers: { 200: { description: 'no secret', body: ConsoleConfig } },
  })
  config(): ConsoleConfig {
    const { urls, identity, console } = settings();
    const { rider, driver, matching, booking, notification } = urls;
    return {
      services: { rider, driver, matching, booking, notification },
      issuer: identity.issuer,
      clientId: console.clientId,
      audience: identity.audience,
      roleClaim: identity.roleClaim,
      faultsUrl: faultsUrl(settings()),
      traceUrl: console.traceUrl ?? null,
      logUrl: console.logUrl ?? null,
    };
  }
}
