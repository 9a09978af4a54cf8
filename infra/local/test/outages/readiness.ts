import { settings } from '@ride/configuration';
import { services, type ServiceName } from '../../src/infrastructure.js';
import { type Outage } from './outage.js';

interface Expected {
  /** The code of the trouble. */
  readonly code: string;
  readonly services: readonly ServiceName[];
  /** Within so many seconds it is to be told. */
  readonly within: number;
}

/** The registry is asked for new schemas only, so nobody misses it before. */
const EXPECTED: Readonly<Partial<Record<Outage['component'], Expected>>> = {
  postgres: { code: 'database_unreachable', services, within: 10 },
  kafka: { code: 'broker_unreachable', services, within: 20 },
  redis: { code: 'redis_unreachable', services: ['matching'], within: 5 },
};

/** What is wrong with what the readiness probes say, once a component has been away for so long. */
export async function unnoticed({ component, seconds }: Outage, env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const expected = EXPECTED[component];
  if (expected === undefined || seconds < expected.within) return [];
  const { urls } = settings(env);
  const found = await Promise.all(
    expected.services.map(async (service) => {
      const response = await fetch(`${urls[service]}/health/ready`);
      const said = await response.text();
      return response.status === 503 && said.includes(`"${expected.code}"`)
        ? []
        : [`after ${seconds} s ${service} does not say ${expected.code}: ${response.status} ${said}`];
    }),
  );
  return found.flat();
}
