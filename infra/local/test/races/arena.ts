import { type Settings } from '@ride/configuration';
import { Kafka, logLevel } from 'kafkajs';
import { type Layout } from '../../src/layout.js';

/** Where races are run: a stack with the settings that they need. */
export interface Arena {
  readonly settings: Settings;
  readonly env: NodeJS.ProcessEnv;
  readonly layout: Layout;
}

/**
 * A search that ends while its offer still stands: both deadlines then pass at once. An offer is made as long as three seconds
 * are left, and there is one for each driver near, as many as there are in a crowd.
 */
export const RACING = {
  RIDE_OFFER_MS: '10000',
  RIDE_SEARCH_MS: '6000',
  RIDE_OFFERS_AT_ONCE: '50',
  RIDE_RADII_METRES: '1000',
};

export function kafkaOf({ settings }: Arena): Kafka {
  return new Kafka({ clientId: 'races', brokers: [...settings.kafka.brokers], logLevel: logLevel.NOTHING });
}

export function ridesTopicOf({ settings }: Arena): string {
  return `${settings.namespace}rides.v1`;
}
