import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Settings } from '@ride/configuration';
import { objectIn, textOf } from '../issuer/http.js';
import { OUTAGES, type BrokerOutage, type OutageKind } from './broker-outage.js';
import { Operators, type Refusal } from './operators.js';

const ROUTES = 'GET /faults, POST /faults/broker, DELETE /faults/broker';
const LONGEST_SECONDS = 600;
/** How long a browser may remember what it was allowed, seconds. */
const REMEMBERED_SECONDS = 600;

const refusals = {
  not_found: { status: 404, code: 'unknown_route', detail: `There is no such route here: ${ROUTES}.` },
  invalid: {
    status: 400,
    code: 'invalid_request',
    detail: `Send {"seconds": 1 to ${LONGEST_SECONDS}, "how": "${OUTAGES.join('" or "')}"} as JSON.`,
  },
  under_way: {
    status: 409,
    code: 'outage_under_way',
    detail: 'The broker is away already: wait until it is back, or DELETE /faults/broker to end it sooner.',
  },
} as const satisfies Record<string, Refusal>;

/** Where operators take the broker of a local stack away for a time. Not yet listening. */
export function faultsServer({ identity, corsOrigins }: Settings, outage: BrokerOutage): Server {
  const operators = new Operators(identity);
  const told = (): object => ({ broker: outage.state });

  async function answerOf(request: IncomingMessage): Promise<readonly [status: number, body: object] | Refusal> {
    const refusal = await operators.refusalOf(request.headers.authorization);
    if (refusal !== undefined) return refusal;
    switch (routeOf(request)) {
      case 'GET /faults':
        return [200, told()];
      case 'POST /faults/broker': {
        const wish = wishIn(objectIn(await textOf(request)));
        if (wish === undefined) return refusals.invalid;
        if (outage.isUnderWay) return refusals.under_way;
        outage.begin(wish.how, wish.seconds);
        return [202, told()];
      }
      case 'DELETE /faults/broker':
        outage.end();
        return [202, told()];
      case undefined:
        return refusals.not_found;
    }
  }

  return createServer((request, response) => {
    letOrigins(corsOrigins, request, response);
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    answerOf(request).then(
      (given) => answer(response, given),
      () => answer(response, { status: 500, code: 'internal_error', detail: 'The keeper’s log may tell why.' }),
    );
  });
}

function routeOf({ method, url = '' }: IncomingMessage) {
  const asked = `${method} ${url.split('?', 1)[0]}`;
  return (['GET /faults', 'POST /faults/broker', 'DELETE /faults/broker'] as const).find((route) => route === asked);
}

function wishIn(body: Record<string, unknown> | undefined): { how: OutageKind; seconds: number } | undefined {
  const { seconds, how = 'stop' } = body ?? {};
  const kind = OUTAGES.find((each) => each === how);
  const isFine = typeof seconds === 'number' && seconds >= 1 && seconds <= LONGEST_SECONDS;
  return isFine && kind !== undefined ? { how: kind, seconds } : undefined;
}

/** Pages that may call the services may call this, too. */
function letOrigins(origins: readonly string[], { headers: { origin } }: IncomingMessage, response: ServerResponse) {
  response.setHeader('vary', 'origin');
  if (origin === undefined || !origins.includes(origin)) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-headers', 'authorization, content-type, idempotency-key');
  response.setHeader('access-control-allow-methods', 'GET, POST, DELETE');
  response.setHeader('access-control-max-age', REMEMBERED_SECONDS);
}

function answer(response: ServerResponse, given: readonly [status: number, body: object] | Refusal): void {
  const [status, body] = 'code' in given ? [given.status, given] : given;
  const type = 'code' in given ? 'application/problem+json' : 'application/json';
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(JSON.stringify(body));
}
