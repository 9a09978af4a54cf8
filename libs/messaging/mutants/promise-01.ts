import type { Mutant } from './mutant.js';

const RELAY = 'src/relay/relay.ts';
const RELAY_FAILS = 'test/promises/01-relay-fails.e2e.spec.ts';
const BROKER_FAILS = 'test/promises/01-broker-fails.e2e.spec.ts';

export const outboxToLog: readonly Mutant[] = [
  {
    name: 'outbox rows are deleted before the broker has acknowledged them',
    file: RELAY,
    find: 'await this.#send(session, reading.rows, acknowledged);',
    replace: `await session.settle(reading.rows.map(({ id }) => id), []);
        await this.#send(session, reading.rows, acknowledged);`,
    test: BROKER_FAILS,
    fails: 'waits while the broker is out of reach, says so, and then goes on in order',
  },
  {
    name: 'rows count as acknowledged before the broker has answered',
    file: 'src/relay/sender.ts',
    find: 'await this.producer.send(letters.map(({ record }) => record));',
    replace: `await round.acknowledged(letters.map(({ row }) => row));
      await this.producer.send(letters.map(({ record }) => record));`,
    test: BROKER_FAILS,
    fails: 'sends all in order when connections are cut again and again under load',
  },
  {
    name: 'the poll for what nobody woke the relay for is removed',
    file: RELAY,
    find: 'for (const bucket of outbox.buckets) this.#woken.add(bucket);',
    replace: '',
    test: RELAY_FAILS,
    fails: 'finds by its poll what nobody woke it for, as after a crash behind the commit',
    byWaiting: true,
  },
  {
    name: 'two sends in flight: the guard of the producer is removed',
    file: 'src/log/careful-producer.ts',
    find: "if (this.#sending) throw new Error('a second send while one is in flight: this is a bug');",
    replace: '',
    test: BROKER_FAILS,
    fails: 'never has two sends in flight on a producer, nor another one after a rejected one',
  },
  {
    name: 'a producer is used again after a rejected send',
    file: 'src/log/careful-producer.ts',
    find: 'void this.close();\n',
    replace: '\n',
    test: BROKER_FAILS,
    fails: 'never has two sends in flight on a producer, nor another one after a rejected one',
  },
  {
    name: 'a relay that was stopped sends what it had read, though its locks are gone',
    file: 'src/relay/sender.ts',
    find: 'round.check();',
    replace: '',
    test: RELAY_FAILS,
    fails:
      'goes on with two others while a process that holds buckets is stopped, and that one does no harm afterwards',
  },
  {
    name: 'a relay sends buckets that another one is sending',
    file: 'src/relay/session.ts',
    find: 'WHERE pg_try_advisory_lock(${LOCKS}, bucket)',
    replace: '',
    test: RELAY_FAILS,
    fails: 'sends every row once and keeps the order of a key while two relays send the same buckets',
  },
];
