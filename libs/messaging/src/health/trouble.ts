const MINUTE = 60_000; // milliseconds

interface Kind {
  /** In words, for the table of this library's README. */
  readonly means: string;
  readonly todo: string;
  /** When it has lasted so many milliseconds with all stores within reach, nothing but a restart has mended it. */
  readonly restartAfterMs?: number;
  /** A store is out of reach: a restart mends nothing. */
  readonly isOutage?: true;
}

/** What can keep a service from its work, by its stable code. */
export const TROUBLES = {
  starting: {
    means: 'it has not joined its groups yet',
    todo: 'Wait; what else is listed here is what it waits for.',
  },
  draining: {
    means: 'it was told to stop, and ends what it has begun',
    todo: 'Nothing: send requests to another instance.',
  },
  database_unreachable: {
    means: 'its database has not answered for 3 s',
    todo: 'Bring PostgreSQL back, or the way to it; everything waits and goes on by itself.',
    isOutage: true,
  },
  migrations_missing: {
    means: 'its database lacks changes of tables that it needs',
    todo: 'Restart an instance of this version: it migrates before it hears anything. Was an older backup restored?',
  },
  broker_unreachable: {
    means: 'Kafka has not answered for 10 s',
    todo: 'Bring Kafka back, or the way to it; everything waits and goes on by itself.',
    isOutage: true,
  },
  broker_refuses: {
    means: 'Kafka does not let this process in, or this process does not trust Kafka',
    todo: 'Look in the log for “the broker does not answer”: it says which setting or right is to be mended; everything waits.',
    isOutage: true,
  },
  topic_missing: {
    means: 'Kafka has no such topic',
    todo: 'Create the topic, or restart an instance: it creates what is declared.',
  },
  consumer_not_joined: {
    means: 'a consumer is not in its group',
    todo: 'It joins again by itself; if it does not, look in the log for its group.',
    restartAfterMs: 5 * MINUTE,
  },
  consumer_silent: {
    means: 'a consumer has had no answer for 10 s',
    todo: 'After 30 s it is replaced by itself; if that does not help, look in the log for its group.',
    restartAfterMs: 5 * MINUTE,
  },
  waits_in_place: {
    means: 'records wait because a store that their handlers need is out of reach',
    todo: 'Bring the store back; nothing is skipped, no attempt is counted, and it goes on by itself.',
    isOutage: true,
  },
  parking_impossible: {
    means: 'records can neither be handled nor written down as failed',
    todo: 'Look in the log for “records wait in place” and mend the cause; nothing is skipped, and it goes on by itself.',
  },
  consumer_paused: {
    means: 'an operator has paused a consumer on purpose (only where RIDE_BREAKS is on)',
    todo: 'Resume it: DELETE /breaks/paused/{subscription}, or npm run break -- clear. What waits is heard then, in order.',
  },
  unit_stuck: {
    means: 'a unit of work has not ended for 30 s',
    todo: 'Look for what its handlers wait for; after 5 minutes the process should be restarted.',
    restartAfterMs: 5 * MINUTE,
  },
  partition_stuck: {
    means: 'a partition has waiting records and has not moved for 30 s',
    todo: 'Look in the log for its group; after 5 minutes the process should be restarted.',
    restartAfterMs: 5 * MINUTE,
  },
  relay_failing: {
    means: 'facts can’t be sent from the outbox',
    todo: 'Look in the log for “the relay waits”; nothing is lost, and it goes on by itself.',
  },
  relay_stuck: {
    means: 'a fact has stood in the outbox for 30 s, or the relay has not ended a round for 15 s',
    todo: 'Look in the log for “the relay waits”, here and on the other instances; after 5 minutes the process should be restarted.',
    restartAfterMs: 5 * MINUTE,
  },
  producer_failing: {
    means: 'what goes past the outbox (positions) can’t be sent',
    todo: 'Bring Kafka back, or the way to it; what was said meanwhile is lost, and newer positions replace it.',
  },
  sweep_failing: {
    means: 'a sweep (deadlines, retries, repairs, days of the inbox) has not succeeded for a minute',
    todo: 'Look in the log for “the sweep of”; it is tried again by itself.',
  },
  task_not_running: {
    means: 'a task of an application over streams has not run for 30 s',
    todo: 'It is opened again by itself; if it is not, look in the log for its name: what the log of its state says is more than it can mend.',
    restartAfterMs: 5 * MINUTE,
  },
  redis_unreachable: {
    means: 'Redis is out of reach of a service that can’t do its work without it',
    todo: 'Bring Redis back, or the way to it; it goes on by itself.',
    isOutage: true,
  },
} as const satisfies Record<string, Kind>;

export type TroubleCode = keyof typeof TROUBLES;

/** Something that keeps a part from its work. Anybody may read it: it names no address, no person, no place, no error's text. */
export interface Trouble {
  readonly code: TroubleCode;
  /** Which part has it: `relay`, `consumer booking.retry`. */
  readonly part: string;
  /** Epoch milliseconds. */
  readonly since: number;
  readonly what: string;
}

/** Of a kind; typed more loosely than the table, in which most have no limit. */
export const kindOf = ({ code }: Trouble): Kind => TROUBLES[code];
