import { v7 } from 'uuid';
import type { Answer, ServiceUnderTest } from '../service-under-test.js';
import { whileAnotherHas } from './locked.js';
import type { Role } from '../issuer.js';

/** Two requests under one key, while the first can't go on. */
export async function inFlight(service: ServiceUnderTest, role: Role): Promise<Answer> {
  const asking = { token: await service.token(role), body: { stars: 5 }, key: v7() };
  const path = `/rides/${v7()}/rating`;
  const both: Promise<Answer>[] = [];
  const answer = await whileAnotherHas(service, 'LOCK TABLE idempotency_key', () => {
    both.push(service.request('POST', path, asking), service.request('POST', path, asking));
    return Promise.race(both);
  });
  await Promise.all(both);
  return answer;
}
