import { EVERY_SERVICE, SERVICES, type Service } from '@ride/events';
import { codesOf, operationCount } from './codes.js';
import type { Document } from './document.js';

const INTRODUCTION = `# Errors

Every error is a problem (RFC 9457), as \`application/problem+json\`:

\`\`\`json
{
  "type": "urn:ride:problem:ride_ended",
  "title": "Conflict",
  "status": 409,
  "code": "ride_ended",
  "detail": "This ride has ended: there is nothing left to cancel.",
  "correlationId": "01a21044-98be-71cf-a7d5-4bb8552fbabf"
}
\`\`\`

\`code\` is what a program decides by: it stays, and a service answers no other than those listed here. \`detail\` says what to do, for
people to read; it may be more precise than it is here, and may change. \`correlationId\` is also in the header \`x-correlation-id\`: under
it we find what happened. \`errors\` of an \`invalid_request\` say where the request is wrong. Somebody else's things are not found (404),
as those that there are not. A 503 has done nothing: send the same again after \`Retry-After\` seconds, a POST under the same
\`Idempotency-Key\`.

This page is made from the code by \`npm run docs\`; a test fails when it is stale, and each service has a test that provokes
every code of its list (\`test/errors.e2e.spec.ts\`). Which operation may answer what is also in the documents at /docs.
`;

/** An operation of a service is named when so few of it answer a code. */
const NAMED = 5;

/** The whole of docs/errors.md, from the services' documents. */
export function errorsPage(documents: Readonly<Record<Service, Document>>): string {
  const rows = new Map<string, Row>();
  for (const [service, document] of Object.entries(documents)) {
    const all = operationCount(document);
    for (const { code, status, detail, operations } of codesOf(document)) {
      const row = rows.get(code) ?? { status, details: new Map<string, string[]>(), who: new Map<string, string[]>() };
      rows.set(code, row);
      add(row.details, detail, service);
      add(row.who, whichOf(operations, all), service);
    }
  }
  const lines = [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { status, details, who }]) => {
      const told = [...details].map(([detail, by]) => (details.size === 1 ? detail : `${by.join(', ')}: ${detail}`));
      return `| \`${code}\` | ${status} | ${told.join('<br>')} | ${[...who].map(([which, by]) => `${named(by)}: ${which}`).join('<br>')} |`;
    });
  return `${INTRODUCTION}
<!-- prettier-ignore -->
| code | status | what to do | who answers it |
| --- | --- | --- | --- |
${lines.join('\n')}
`;
}

interface Row {
  readonly status: number;
  /** The services that tell so. */
  readonly details: Map<string, string[]>;
  /** The services whose operations they are. */
  readonly who: Map<string, string[]>;
}

function add(services: Map<string, string[]>, key: string, service: string): void {
  services.set(key, [...(services.get(key) ?? []), service]);
}

function named(services: readonly string[]): string {
  const others = services.filter((service) => !(SERVICES as readonly string[]).includes(service));
  if (services.length === EVERY_SERVICE.length) return 'all services and the console';
  if (services.length - others.length < SERVICES.length) return services.join(', ');
  return ['all services', ...others].join(', ');
}

function whichOf(operations: readonly string[], all: number): string {
  if (operations.length === 0) return 'where there is no such route';
  if (operations.length >= all) return 'all operations';
  return operations.length <= NAMED ? operations.join(', ') : `${operations.length} operations`;
}
