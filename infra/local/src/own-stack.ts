import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { settings } from '@ride/configuration';
import { freePorts } from './free-ports.js';
import { type InfrastructureOptions } from './infrastructure.js';
import { keep, type Kept } from './kept.js';
import { layout } from './layout.js';
import { sweepTestRuns } from './leftovers.js';
import { type FromKeeper } from './plan.js';
import { lastLines } from './terminal.js';

/** A stack that is nobody else's: what is done to it, and what it keeps, touches no other. */
export interface OwnStack {
  readonly kept: Kept;
  /** The RIDE_* variables that lead to it. */
  readonly env: Readonly<Record<string, string>>;
  /** What its keeper has told so far. */
  readonly told: readonly FromKeeper[];
}

export interface OwnStackOptions {
  readonly only: readonly string[];
  readonly options: InfrastructureOptions;
  /** RIDE_* settings of its services. */
  readonly more?: Readonly<Record<string, string>>;
  readonly base?: NodeJS.ProcessEnv;
  readonly tell?: (event: FromKeeper) => void;
  readonly interrupted?: AbortSignal;
}

const NAMES = [
  ...(['KAFKA', 'KAFKA_CONTROLLER', 'POSTGRES', 'REDIS', 'SCHEMA_REGISTRY', 'ISSUER'] as const),
  ...(['RIDER', 'DRIVER', 'MATCHING', 'BOOKING', 'NOTIFICATION', 'INSIGHTS', 'CONSOLE', 'FAULTS'] as const),
];

/** Free ports, and a folder of its own that is deleted in the end. When this process is gone, the stack is too. */
export async function startOwnStack(wish: OwnStackOptions): Promise<OwnStack> {
  const { only, options, more = {}, base = process.env, tell = () => undefined, interrupted } = wish;
  const { root } = layout();
  await sweepTestRuns(join(root, '.local'));
  const dir = join(root, '.local', `test-${randomBytes(4).toString('hex')}`);
  const ports = await freePorts(NAMES.length);
  const env = {
    ...withAddresses(Object.fromEntries(NAMES.map((name, i) => [`RIDE_${name}_PORT`, `${ports[i]}`]))),
    ...more,
  };
  // The developer's own settings must not change what is tested, nor lead the tests to their data.
  const rest = Object.entries(base).filter(([name]) => !name.startsWith('RIDE_'));
  const told: FromKeeper[] = [];
  const hear = (event: FromKeeper): void => {
    // Its log is deleted with the folder.
    const whole = event.kind === 'died' ? { ...event, how: `${event.how}\n${lastLines(event.log)}` } : event;
    told.push(whole);
    tell(whole);
  };
  const plan = { dir, only, options, fresh: false, dropAfter: true };
  return { kept: await keep(plan, { ...Object.fromEntries(rest), ...env }, hear, interrupted), env, told };
}

/** Ports, and the addresses that follow from them: for whoever reads the variables without our configuration. */
function withAddresses(ports: Record<string, string>): Record<string, string> {
  const { kafka, postgres, redis, registry, identity } = settings(ports);
  return {
    ...ports,
    RIDE_KAFKA_BROKERS: kafka.brokers.join(','),
    RIDE_POSTGRES_URL: postgres.url,
    RIDE_REDIS_URL: redis.url,
    RIDE_SCHEMA_REGISTRY_URL: registry.url,
    RIDE_ISSUER: identity.issuer,
  };
}
