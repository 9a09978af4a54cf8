import { Probes, type Trouble } from '@ride/messaging';
import { v7 } from 'uuid';
import type { Answer, ServiceUnderTest } from '../service-under-test.js';
import { eventually } from '../waiting.js';
import { whileAnotherHas } from './locked.js';
import type { Provocations } from './provocation.js';

const OUTCOMES = '/operations/outcomes';
const DELIVERY = '/operations/delivery';
const json = { 'content-type': 'application/json' };

/** Every service's edge can be brought to these. */
export const edgeProvocations: Provocations = {
  unauthenticated: (service) => service.request('GET', DELIVERY),
  forbidden: async (service) => service.request('GET', DELIVERY, { token: await service.token('rider') }),
  invalid_request: async (service) => service.request('POST', OUTCOMES, { token: await operator(service), body: {} }),
  malformed_request: async (service) =>
    service.request('POST', OUTCOMES, { token: await operator(service), text: '{', headers: json }),
  too_large: async (service) =>
    service.request('POST', OUTCOMES, { token: await operator(service), body: { rideIds: ['x'.repeat(200_000)] } }),
  unsupported_media_type: async (service) =>
    service.request('POST', OUTCOMES, {
      token: await operator(service),
      text: 'rides',
      headers: { 'content-type': 'text/plain' },
    }),
  unknown_route: (service) => service.request('GET', '/nowhere'),
  method_not_allowed: (service) => service.request('DELETE', DELIVERY),
  too_many_requests: oneTooMany,
  internal_error: withoutItsTable,
  temporarily_unavailable: withItsSessionEnded,
  not_ready: (service) => inTrouble(service, 0, '/health/ready'),
  needs_restart: (service) => inTrouble(service, 10 * 60_000, '/health/live'),
};

function operator(service: ServiceUnderTest): Promise<string> {
  return service.token('operator');
}

async function delivery(service: ServiceUnderTest): Promise<Answer> {
  return service.request('GET', DELIVERY, { token: await operator(service) });
}

/** Requests of one person, many at once: until Redis is there they are not counted. */
async function oneTooMany(service: ServiceUnderTest): Promise<Answer> {
  const token = await operator(service);
  const ask = () => Promise.all(Array.from({ length: 50 }, () => service.request('GET', DELIVERY, { token })));
  const isRefused = ({ status }: Answer) => status === 429;
  return (await eventually('one too many', ask, (answers) => answers.some(isRefused))).find(isRefused)!;
}

async function withoutItsTable(service: ServiceUnderTest): Promise<Answer> {
  await service.sql('ALTER TABLE outbox_refused RENAME TO away');
  try {
    return await delivery(service);
  } finally {
    await service.sql('ALTER TABLE away RENAME TO outbox_refused');
  }
}

/** PostgreSQL ends the session in which the request waits, as when it is shut down. */
function withItsSessionEnded(service: ServiceUnderTest): Promise<Answer> {
  return whileAnotherHas(service, 'LOCK TABLE outbox_refused', async () => {
    let answer: Answer | undefined;
    const asked = delivery(service).then((given) => (answer = given));
    const end = () =>
      service
        .sql(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%FROM outbox_refused)%'`,
        )
        .catch(() => undefined); // the pool has not seen yet that the session has ended
    await eventually('the end of the session', end, () => answer !== undefined);
    return asked;
  });
}

/** A part of the service says that it has stood still for so long, milliseconds. */
async function inTrouble(service: ServiceUnderTest, forMs: number, path: string): Promise<Answer> {
  const part = `test ${v7()}`;
  let troubles: readonly Trouble[] = [
    { code: 'unit_stuck', part, since: Date.now() - forMs, what: 'It stands still, for a test.' },
  ];
  service.get(Probes).add({ troubles: () => troubles });
  try {
    return await service.request('GET', path);
  } finally {
    troubles = [];
  }
}
