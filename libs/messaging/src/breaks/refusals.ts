import { Rejected, rejections } from '@ride/decider';

/** The longest that an `@On` handler is made to wait: PostgreSQL ends a transaction in which nothing has happened for 10 s. */
export const LONGEST_IN_UNIT_MS = 5_000;

const all = (names: readonly string[]): string => names.toSorted().join(', ') || 'none';

/** Why an operator's wish to break something is refused. */
export const breakRefusals = {
  ...rejections({ break_not_found: 'There is no such break: GET /breaks lists those that there are.' }),
  handler_unknown: (handlers: readonly string[]) =>
    new Rejected('handler_unknown', `This service has no such handler. It has: ${all(handlers)}.`),
  subscription_not_found: (subscriptions: readonly string[]) =>
    new Rejected(
      'subscription_not_found',
      `This service has no such subscription. Those that can be paused: ${all(subscriptions)}.`,
    ),
  topic_not_heard: (topics: readonly string[]) =>
    new Rejected('topic_not_heard', `This service hears nothing there. Topics that can be poisoned: ${all(topics)}.`),
  delay_too_long: (handler: string) =>
    new Rejected(
      'delay_too_long',
      `${handler} runs in a transaction, which must not stand still: delayMs may be ${LONGEST_IN_UNIT_MS} at most.`,
    ),
};
