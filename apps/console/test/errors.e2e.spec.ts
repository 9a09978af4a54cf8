import { describeErrors, type ServiceUnderTest } from '@ride/testing';
import { v7 } from 'uuid';

async function ask(service: ServiceUnderTest, path: string) {
  return service.request('GET', path, { token: await service.token('operator') });
}

describeErrors({
  service: 'console',
  load: () => import('../src/console.module.js').then(({ ConsoleModule }) => ConsoleModule),
  own: {
    journey_not_found: (service) => ask(service, `/journeys/${v7()}`),
    invalid_cursor: (service) => ask(service, '/journeys?cursor=x'),
    area_not_found: (service) => ask(service, '/map?area=nowhere'),
  },
});
