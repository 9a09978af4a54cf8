import type { Overview, ServiceSeen, SubscriptionSeen } from '../api/overview.js';
import { count, durationText } from '../parts/format.js';
import type { Tone } from '../parts/notice.js';

/** Something that an operator should look at, the worst first. */
export interface Attention {
  readonly key: string;
  readonly tone: Extract<Tone, 'bad' | 'warn'>;
  readonly title: string;
  readonly todo: string;
  /** A page of the console where to do it. */
  readonly to?: string;
}

/** A subscription that is further behind than this is late, seconds. */
export const LATE_SECONDS = 10;
/** What waits in an outbox for longer does not get to Kafka, seconds. */
export const OUTBOX_SECONDS = 10;

export function attentionOf({ services, subscriptions }: Overview): readonly Attention[] {
  const all = [...services.flatMap(ofService), ...subscriptions.flatMap(ofSubscription)];
  return [...all.filter(({ tone }) => tone === 'bad'), ...all.filter(({ tone }) => tone === 'warn')];
}

function ofService({ name, state, instances, outbox, failed, breaks }: ServiceSeen): Attention[] {
  const found: Attention[] = [];
  if (state === 'silent')
    found.push({
      key: `${name} silent`,
      tone: 'bad',
      title: `${name} is silent`,
      todo: 'No instance has reported for some seconds. Look whether it runs, and at its log; in the local stack npm start shows it.',
    });
  for (const { instance, troubles } of state === 'silent' ? [] : instances)
    for (const { code, message } of troubles)
      found.push({
        key: `${name} ${instance} ${code}`,
        tone: 'bad',
        title: `${name}: ${message}`,
        todo: `Instance ${instance} says ${code}; docs/health.md has what to do about it.`,
      });
  if (failed.dead > 0)
    found.push({
      key: `${name} dead`,
      tone: 'bad',
      title: `${count(failed.dead, 'fact')} failed for good at ${name}`,
      todo: 'Read why, mend it, and replay them.',
      to: `/failed?service=${name}`,
    });
  if ((outbox.oldestSeconds ?? 0) > OUTBOX_SECONDS)
    found.push({
      key: `${name} outbox`,
      tone: 'warn',
      title: `${name} can’t say its facts: the oldest has waited for ${durationText(outbox.oldestSeconds ?? 0)}`,
      todo: 'Look whether Kafka can be reached; nothing is lost meanwhile.',
    });
  if (failed.waiting > 0)
    found.push({
      key: `${name} waiting`,
      tone: 'warn',
      title: `${count(failed.waiting, 'fact waits', 'facts wait')} at ${name} to be tried again`,
      todo: 'Each is tried again by itself; look why if there are more and more.',
      to: `/failed?service=${name}&status=waiting`,
    });
  if (breaks > 0)
    found.push({
      key: `${name} breaks`,
      tone: 'warn',
      title: `${count(breaks, 'switch', 'switches')} at ${name} make it fail on purpose`,
      todo: 'Mend it when you have seen enough.',
      to: '/break',
    });
  return found;
}

function ofSubscription(seen: SubscriptionSeen): Attention[] {
  const { subscription, state, lagSeconds, lagRecords } = seen;
  const behind = `${count(lagRecords, 'fact')} behind${lagSeconds === null ? '' : `, ${durationText(lagSeconds)}`}`;
  if (state === 'stuck')
    return [
      {
        key: `${subscription} stuck`,
        tone: 'bad',
        title: `${subscription} does not move: ${behind}`,
        todo: 'Look at the service’s log and at its failed facts; is it paused on purpose?',
      },
    ];
  if (state === 'nobody')
    return [
      {
        key: `${subscription} nobody`,
        tone: 'bad',
        title: `Nobody listens as ${subscription}: ${behind}`,
        todo: 'No instance is a member of its group: start the service.',
      },
    ];
  if (lagSeconds !== null && lagSeconds > LATE_SECONDS)
    return [
      {
        key: `${subscription} late`,
        tone: 'warn',
        title: `${subscription} is late: ${behind}`,
        todo: 'It moves. If the trend rises, start more instances.',
      },
    ];
  return [];
}
