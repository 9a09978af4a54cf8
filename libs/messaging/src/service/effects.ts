import { settings } from '@ride/configuration';
import type { Schemas, Service } from '@ride/events';
import type { Logger } from '@ride/observability';
import type { OpenFlow } from '../consumer/flow.js';
import { STUCK_MS } from '../consumer/progress.js';
import { HeardFlow } from '../effects/heard-flow.js';
import { outOfReachAt } from '../effects/out-of-reach.js';
import { RetryFlow } from '../effects/retry-flow.js';
import type { Handlings } from '../inbox/handlings.js';
import type { EffectHandler } from '../transport/handlers.js';
import type { FactServer } from '../transport/fact-server.js';
import { countFailedAgain, countParked, tellLate } from '../retry/told-failures.js';
import type { RunnerContext } from '../unit/runner.js';
import { tellFailed, tellParked } from './heard-facts.js';

export interface EffectsOptions {
  readonly service: Service;
  readonly namespace: string;
  readonly schemas: Schemas;
  readonly unit: RunnerContext;
  readonly handlings: Handlings;
  readonly server: FactServer;
  readonly logger: Logger;
}

/** A consumer group of an effect. */
export interface EffectGroup {
  readonly group: string;
  /** Names of the facts whose topics it hears; absent: it hears the service's retry topic. */
  readonly facts?: readonly string[];
  readonly flow: OpenFlow;
  /** Without any end of a call for so many milliseconds, it is stuck. */
  readonly stuckAfterMs: number;
}

const AT_ONCE = 50;

/** Two groups for each effect: one hears facts, one tries again what has failed. */
export function effectGroups(options: EffectsOptions): readonly EffectGroup[] {
  return options.server.handlers.effects().flatMap((effect) => groupsOf(effect, options));
}

function groupsOf(effect: EffectHandler, { service, server, logger, ...given }: EffectsOptions): EffectGroup[] {
  const { retryBackoffMs, kafka, postgres, redis, registry } = settings();
  const { name, facts, options } = effect;
  const subscription = `${service}.${options.name}`;
  const policy = { backoff: retryBackoffMs, whenDead: 'release', ...options.retry } as const;
  const keeper = { service, subscription, policy };
  const isTold = logger.isLevelEnabled('debug');
  const common = {
    ...given,
    logger,
    effect: options,
    handler: name,
    envelope: given.unit.envelope,
    keeper,
    atOnce: options.atOnce ?? AT_ONCE,
    isOutOfReach: outOfReachAt([...kafka.brokers, postgres.url, redis.url, registry.url]),
    perform: (fact: unknown, call: Parameters<FactServer['perform']>[2]) => server.perform(effect, fact, call),
  };
  const stuckAfterMs = STUCK_MS + options.deadlineMs;
  return [
    {
      group: subscription,
      facts,
      stuckAfterMs,
      flow: (share) =>
        new HeardFlow(
          {
            ...common,
            facts: new Set(facts),
            onParked: (parked) => {
              countParked(keeper, parked);
              tellParked(logger, parked);
            },
          },
          share,
        ),
    },
    {
      group: `${subscription}.retry`,
      stuckAfterMs,
      flow: (share) =>
        new RetryFlow(
          {
            ...common,
            onFailed: (failed) => {
              countFailedAgain(keeper, failed);
              tellFailed(logger, failed);
            },
            onLate: (milliseconds) => {
              tellLate(subscription, milliseconds);
              if (isTold) logger.debug({ lateMs: milliseconds }, 'tries again');
            },
          },
          share,
        ),
    },
  ];
}
