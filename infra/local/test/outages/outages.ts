import { Kafka, logLevel } from 'kafkajs';
import { settings } from '@ride/configuration';
import { follow, recordsIn } from '../journey/topics.js';
import { type How } from '../../src/plan.js';
import { startOwnStack, type OwnStack, type OwnStackOptions } from '../../src/own-stack.js';
import { ordinary } from '../../src/infrastructure.js';
import { everything } from '../../src/whole-stack.js';
import { simulate, trips } from '../journey/simulator.js';
import { failedFacts } from './databases.js';
import { unsettled } from './endings.js';
import { disorderIn } from './order.js';
import { suffer, wrongAnswers, type Outage, type Outcome } from './outage.js';
import { Passengers } from './passengers.js';

const DRIVERS = 30;
/** What stopping, starting and recovering take beside an outage itself. */
const AROUND_SECONDS = 5;
const TOPICS = ['rides.v1', 'riders.v1'];

export interface Suffering {
  /** How the components are ended. */
  readonly how: How;
  /** How many seconds of the simulator's rides pass in one. */
  readonly speed: number;
  readonly tell: (outcome: Outcome) => void;
}

export interface Suffered {
  readonly outcomes: readonly Outcome[];
  /** How many rides of the simulator ended how. */
  readonly simulated: Readonly<Record<string, number>>;
  readonly rides: number;
  readonly requests: number;
  readonly breaches: readonly string[];
}

/** All five services and what they need. A fact that is blamed for an outage is not tried again while anybody looks. */
export function startStackToSuffer(told: Pick<OwnStackOptions, 'tell' | 'interrupted'> = {}): Promise<OwnStack> {
  const more = { RIDE_LOG_LEVEL: 'warn', RIDE_RETRY_BACKOFF_MS: '3600000' };
  return startOwnStack({ only: everything, options: ordinary, more, ...told });
}

/** A ride each second, and people who do nothing but ask; meanwhile one component after the other is away for a while. */
export async function sufferAll(
  outages: readonly Outage[],
  { kept, env, told }: OwnStack,
  { how, speed, tell }: Suffering,
): Promise<Suffered> {
  const around = { ...process.env, ...env };
  const seconds = outages.reduce((sum, outage) => sum + outage.seconds + AROUND_SECONDS, 0);
  const simulating = simulate(
    { layout: kept.layout, env: around },
    { trips: trips(seconds, speed), drivers: DRIVERS, speed },
  );
  const passengers = new Passengers(around);
  passengers.start();
  await Promise.race([untilRidesAreOffered(around), simulating]);
  const outcomes: Outcome[] = [];
  for (const outage of outages) {
    const outcome = await suffer(outage, { kept, env: around, how, asked: passengers.asked });
    outcomes.push(outcome);
    tell(outcome);
  }
  const during = passengers.asked.length;
  await passengers.leave();
  const { exitCode, output, summary } = await simulating;
  const breaches = outcomes.flatMap((outcome) => outcome.breaches);
  breaches.push(...wrongAnswers(undefined, passengers.asked.slice(during)));
  // Whoever is without what they need waits for it.
  for (const event of told) if (event.kind === 'died') breaches.push(`${event.name} ended: ${event.how}`);
  if (exitCode !== 0) breaches.push(`the simulator ended with ${exitCode}:\n${output.slice(-3_000)}`);
  breaches.push(...(await unsettled(around, passengers.rides)), ...(await failedFacts(around)));
  breaches.push(...disorderIn(passengers.asked, await logged(around)));
  return {
    outcomes,
    simulated: summary?.rides ?? {},
    rides: passengers.rides.length,
    requests: passengers.asked.length,
    breaches,
  };
}

/** Resolves when drivers are asked: passengers' rides are offered to nobody, so the simulator is at work. */
async function untilRidesAreOffered(env: NodeJS.ProcessEnv): Promise<void> {
  const offered = Promise.withResolvers<void>();
  const stop = await follow(clientOf(env), [`${settings(env).namespace}rides.v1`], ({ headers }) => {
    if (headers['ce_type'] === 'ride.RideOffered') offered.resolve();
  });
  await offered.promise;
  await stop();
}

function logged(env: NodeJS.ProcessEnv) {
  const { namespace } = settings(env);
  return recordsIn(
    clientOf(env),
    TOPICS.map((name) => namespace + name),
  );
}

function clientOf(env: NodeJS.ProcessEnv): Kafka {
  return new Kafka({ clientId: 'outages', brokers: [...settings(env).kafka.brokers], logLevel: logLevel.NOTHING });
}
