import { Controller } from '@nestjs/common';
import { catalogue, deadLetterTopic, retryTopic, SERVICES } from '@ride/events';
import { Observe, type ObservedRecord } from '@ride/messaging';
import { Journal } from './journal.js';

/** Many, short-lived, and no part of anybody's journey: where drivers are, and that instances live. */
const LEFT_OUT = ['driver-locations.v1', 'instances.v1'];
const TOPICS = [
  ...catalogue().topics,
  ...SERVICES.flatMap((service) => [retryTopic(service), deadLetterTopic(service)]),
]
  .map(({ name }) => name)
  .filter((name) => !LEFT_OUT.includes(name));

@Controller()
export class JournalHandlers {
  constructor(private readonly journal: Journal) {}

  @Observe({ name: 'journeys', topics: TOPICS })
  keep(records: readonly ObservedRecord[]): Promise<void> {
    return this.journal.keep(records);
  }
}
