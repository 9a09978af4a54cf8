import { v7 } from 'uuid';
import type { Answer, ServiceUnderTest } from '../service-under-test.js';
import type { Provocations } from './provocation.js';

/** What is answered only while a service starts, or after it has been started otherwise. They end what others need: last. */
export const notStarted: Provocations = {
  not_started: async (service) => {
    await service.halt();
    const started = service.resume();
    try {
      return await answerOf(service, '/health/started');
    } finally {
      await started;
    }
  },
};

/** Where there are dead letters. */
export const restartProvocations: Provocations = {
  edit_not_allowed: async (service) => {
    await service.halt();
    await service.resume({ RIDE_DEAD_LETTER_EDIT: 'refuse' });
    return service.request('POST', '/dead-letters/1/edit', {
      token: await service.token('operator'),
      body: { data: {} },
      key: v7(),
    });
  },
};

/** The first that it gives, since there is nobody to ask yet. */
async function answerOf(service: ServiceUnderTest, path: string): Promise<Answer> {
  for (;;) {
    try {
      return await service.request('GET', path);
    } catch (error) {
      if ((error as Error).message !== 'fetch failed') throw error; // nobody listens yet
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }
}
