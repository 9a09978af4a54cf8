import type { NewFact } from '@ride/events';
import { v7 } from 'uuid';
import type { Answer, Asking, ServiceUnderTest } from '../service-under-test.js';
import { eventually } from '../waiting.js';
import { whileAnotherHas } from './locked.js';
import type { Provocations } from './provocation.js';

/** A fact of that key that the service hears, and can handle. */
export type Heard = (key: string) => NewFact;

/** What operators can be refused about dead letters. The service must allow their editing. */
export function deadLetterProvocations(heard: Heard): Provocations {
  const dies = (service: ServiceUnderTest) => DeadLetter.of(service, heard);
  return {
    dead_letter_not_found: (service) => ask(service, 'GET', '/dead-letters/999999999'),
    repair_not_found: (service) => ask(service, 'GET', `/dead-letters/repairs/${v7()}`),
    idempotency_key_missing: (service) =>
      ask(service, 'POST', '/dead-letters/discard', { body: { ids: ['999999999'], reason: 'one' }, key: null }),
    idempotency_key_reused: async (service) => {
      const same = { token: await service.token('operator'), key: v7() };
      const discard = (reason: string) =>
        ask(service, 'POST', '/dead-letters/discard', { body: { ids: ['999999999'], reason }, ...same });
      await discard('one');
      return discard('another');
    },
    request_in_flight: inFlight,
    invalid_fact: async (service) => (await dies(service)).edit({ data: {} }),
    fact_unknown: async (service) => (await dies(service)).edit({ data: {}, fact: 'NoFact' }),
    key_changed: async (service) => (await dies(service)).edit({ data: heard(v7()).data }),
    key_in_use: async (service) => {
      const letter = await dies(service);
      return whileAnotherHas(service, 'SELECT FROM blocked_key FOR UPDATE', () =>
        letter.edit({ data: heard(letter.key).data }),
      );
    },
    not_dead: async (service) => {
      const letter = await dies(service);
      await letter.repair('discard');
      await letter.until(({ status }) => status === 'discarded');
      return letter.edit({ data: heard(letter.key).data });
    },
    overtaken: async (service) => {
      const letter = await dies(service);
      await letter.repair('release');
      await letter.until(({ keyIs }) => keyIs === 'open');
      await service.say(heard(letter.key));
      await letter.until(({ overtakenBy }) => overtakenBy === 1);
      return letter.repair('replay');
    },
  };
}

/** Two requests under one key, while the first can't go on. */
async function inFlight(service: ServiceUnderTest): Promise<Answer> {
  const token = await service.token('operator');
  const asking = { body: { ids: ['999999999'], reason: 'one' }, token, key: v7() };
  const both: Promise<Answer>[] = [];
  const answer = await whileAnotherHas(service, 'LOCK TABLE idempotency_key', () => {
    for (let n = 0; n < 2; n++) both.push(ask(service, 'POST', '/dead-letters/discard', asking));
    return Promise.race(both);
  });
  await Promise.all(both);
  return answer;
}

interface Shown {
  readonly status: string;
  readonly keyIs: string;
  readonly overtakenBy: number;
}

/** A fact that can't be read, and so is dead at once and holds its key. */
export class DeadLetter {
  private constructor(
    private readonly service: ServiceUnderTest,
    private readonly id: string,
    readonly key: string,
  ) {}

  static async of(service: ServiceUnderTest, heard: Heard, key = v7()): Promise<DeadLetter> {
    await service.say(heard(key), { value: Buffer.from('no Avro') });
    const look = async () => (await ask(service, 'GET', `/dead-letters?key=${key}`)).body.letters as { id: string }[];
    const [letter] = await eventually('a dead letter', look, ({ length }) => length > 0);
    return new DeadLetter(service, letter!.id, key);
  }

  edit(body: object): Promise<Answer> {
    return ask(this.service, 'POST', `/dead-letters/${this.id}/edit`, { body });
  }

  repair(kind: 'discard' | 'release' | 'replay'): Promise<Answer> {
    return ask(this.service, 'POST', `/dead-letters/${kind}`, { body: { ids: [this.id], reason: 'a test' } });
  }

  async until(isSo: (shown: Shown) => boolean): Promise<void> {
    const look = async () => (await ask(this.service, 'GET', `/dead-letters/${this.id}`)).body as Shown;
    await eventually('a repaired dead letter', look, isSo);
  }
}

/** Without a token, as an operator who has asked for nothing else. */
async function ask(service: ServiceUnderTest, method: string, path: string, asking: Asking = {}): Promise<Answer> {
  return service.request(method, path, { token: await service.token('operator'), ...asking });
}
