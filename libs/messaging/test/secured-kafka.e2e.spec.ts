import { forgetSettings, settings } from '@ride/configuration';
import { kafkaLog, type Log } from '../src/index.js';
import { acceptances, answersIn, Ledger, offerOf, rideOf } from './support/ledger.js';
import { Authority } from './support/certificates.js';
import type { LogTap } from './support/log-tap.js';
import { logger } from './support/log-world.js';
import { SecuredKafka, STRANGER, USER } from './support/secured-kafka.js';
import { until } from './support/small-service.js';

type Env = Record<string, string>;
const TOPIC = 'things';

/** Kafka with TLS, passwords, certificates and rights, as it runs outside of the local stack. */
describe('a broker that is spoken to over TLS, and asks who speaks', () => {
  let kafka: SecuredKafka;

  beforeAll(async () => {
    kafka = await SecuredKafka.start();
    const admin = await logBy(kafka.settings()).admin();
    await admin.createTopics([{ name: TOPIC, partitions: 1, replication: 1, config: {} }]);
    await admin.close();
  });
  afterAll(() => kafka?.stop());

  const logBy = (env: Env): Log => kafkaLog({ ...settings(env).kafka, clientId: 'test', logger });
  const byCertificate = (): Env => ({
    RIDE_KAFKA_BROKERS: `127.0.0.1:${kafka.ports.certificates}`,
    RIDE_KAFKA_TLS: 'on',
    RIDE_KAFKA_TLS_CA_FILE: kafka.authority.file,
  });
  const certified = (authority: Authority): Env => {
    const { certificate, key } = authority.certify('client', 'DNS:client');
    return { ...byCertificate(), RIDE_KAFKA_TLS_CERTIFICATE_FILE: certificate, RIDE_KAFKA_TLS_KEY_FILE: key };
  };
  /** Says one thing; resolves with how many have been said. */
  const say = async (env: Env): Promise<number> => {
    const log = logBy(env);
    const producer = await log.producer();
    await producer
      .send([{ topic: TOPIC, key: null, value: Buffer.from('a thing'), headers: [] }])
      .finally(() => producer.close());
    return ended(log);
  };
  const ended = async (log: Log): Promise<number> => {
    const admin = await log.admin();
    return Number((await admin.endOffsets(TOPIC).finally(() => admin.close())).get(0));
  };

  it.each<[string, () => Env]>([
    ['a password, shown by scram-sha-512', () => kafka.settings('scram-sha-512')],
    ['a password, shown by scram-sha-256', () => kafka.settings('scram-sha-256')],
    ['a password, sent in plain', () => kafka.settings('plain')],
    ['a name for the certificate', () => ({ ...kafka.settings(), RIDE_KAFKA_TLS_SERVER_NAME: 'kafka.test' })],
    ['a certificate', () => certified(kafka.authority)],
  ])('takes what is said with %s', async (_, env) => {
    const before = await ended(logBy(kafka.settings()));
    expect(await say(env())).toBe(before + 1);
  });

  it.each<[string, () => Env, code: string, todo: string]>([
    [
      'a wrong password',
      () => kafka.settings('scram-sha-512', { ...USER, password: 'wrong' }),
      'access_refused',
      'RIDE_KAFKA_SASL_USERNAME',
    ],
    [
      'a wrong password in plain',
      () => kafka.settings('plain', { ...USER, password: 'wrong' }),
      'access_refused',
      'RIDE_KAFKA_SASL_USERNAME',
    ],
    ['no rights', () => kafka.settings('scram-sha-512', STRANGER), 'access_refused', 'rights'],
    [
      'an authority that nobody knows',
      () => ({ ...kafka.settings(), RIDE_KAFKA_TLS_CA_FILE: new Authority(kafka.folder, 'other').file }),
      'access_refused',
      'RIDE_KAFKA_TLS_CA_FILE',
    ],
    [
      'another name for the certificate',
      () => ({ ...kafka.settings(), RIDE_KAFKA_TLS_SERVER_NAME: 'other.test' }),
      'access_refused',
      'RIDE_KAFKA_TLS_SERVER_NAME',
    ],
    ['no certificate', byCertificate, 'access_refused', 'RIDE_KAFKA_TLS_CERTIFICATE_FILE'],
    [
      'a certificate that the broker does not trust',
      () => certified(new Authority(kafka.folder, 'other')),
      'access_refused',
      'RIDE_KAFKA_TLS_CERTIFICATE_FILE',
    ],
    ['no TLS', () => ({ RIDE_KAFKA_BROKERS: `127.0.0.1:${kafka.ports.users}` }), 'log_unavailable', 'RIDE_KAFKA_TLS'],
    [
      'TLS where there is none',
      () => ({ ...kafka.settings(), RIDE_KAFKA_BROKERS: `127.0.0.1:${kafka.ports.open}` }),
      'log_unavailable',
      'RIDE_KAFKA_TLS',
    ],
  ])('refuses %s by a stable code, and says what to do', async (_, env, code, todo) => {
    const before = await ended(logBy(kafka.settings()));
    await expect(say(env())).rejects.toMatchObject({ name: 'LogError', code, message: expect.stringContaining(todo) });
    expect(await ended(logBy(kafka.settings()))).toBe(before);
  });

  describe('and a service', () => {
    let ledger: Ledger;
    let tap: LogTap;

    beforeAll(async () => {
      // The test is at the open port; the service is not.
      ledger = await Ledger.open({}, kafka.open);
      tap = await ledger.tap('rides.v1');
      const { first } = ledger;
      become(USER);
      await ledger.start();
      await ledger.stop(first);
    });
    afterAll(async () => {
      await tap?.stop();
      await ledger?.close();
    });

    const become = (user: typeof USER): void => {
      Object.assign(process.env, kafka.settings('scram-sha-512', user));
      forgetSettings();
    };
    const reasons = (): string => {
      const { relay, consumers } = ledger.first.runtime.health();
      return [relay, ...consumers].flatMap(({ ok, reason }) => (ok ? [] : [reason])).join('; ');
    };
    const troubles = async () => ledger.first.runtime.probes.ready().troubles.map(({ code }) => code);
    const answered = (count: number) =>
      until(
        async () => answersIn(tap).size,
        (size) => size === count,
      );

    it('that has a wrong password ends at its start, and says why', async () => {
      become({ ...USER, password: 'wrong' });
      const refused = await ledger.start().catch((error: unknown) => error);
      become(USER);
      expect(refused).toMatchObject({ code: 'access_refused', message: expect.stringContaining('RIDE_KAFKA_SASL') });
    });

    it('hears and says', async () => {
      const said = acceptances(30);
      await ledger.saying.say(said);
      await answered(30);
      expect(await ledger.seen(rideOf(said[0]!))).toEqual(said.map(offerOf));
    });

    it('whose password is changed without it: says so, loses nothing, and goes on when it is changed back', async () => {
      const heard = acceptances(20);
      const asked = acceptances(20);
      await kafka.changePassword('changed');
      await ledger.saying.say(heard.slice(0, 10));
      for (const one of asked) await ledger.ask(one);
      await until(
        async () => ledger.first.runtime.health(),
        ({ relay, consumers }) =>
          [relay, ...consumers].every(({ ok, reason }) => !ok && reason?.includes('RIDE_KAFKA_SASL_USERNAME')),
      );
      expect(reasons()).not.toContain(USER.password);
      await ledger.saying.say(heard.slice(10));
      await until(troubles, (codes) => codes.includes('broker_refuses'));
      await kafka.changePassword(USER.password);
      await answered(30 + 20 + 20);
      await until(troubles, ({ length }) => length === 0);
      expect(await ledger.seen(rideOf(heard[0]!))).toEqual(heard.map(offerOf));
      expect(await ledger.failed(rideOf(heard[0]!))).toEqual([]);
    });
  });
});
