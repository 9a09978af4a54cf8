import * as k from './kinds.js';
import { type Kind } from './kinds.js';

export interface Declared<T> {
  readonly as: Kind<T>;
  readonly what: string;
  /** `${RIDE_OTHER}` inside it stands for another variable's value. Absent: there is none, the variable may stay unset. */
  readonly default?: string;
  /** Outside the local stack this default must not be used. */
  readonly setInProduction?: true;
}

type WithDefault<T> = Declared<T> & { readonly default: string };

function of<T>(as: Kind<T>, byDefault: string, what: string): WithDefault<T> {
  return { as, what, default: byDefault };
}

function ownInProduction<T>(as: Kind<T>, byDefault: string, what: string): WithDefault<T> {
  return { as, what, default: byDefault, setInProduction: true };
}

const http = k.url('http', 'https');

/** Every RIDE_* variable there is. Anything else that begins with RIDE_ is refused at start. */
export const declared = {
  RIDE_ENV: of(k.oneOf('local', 'production'), 'local', 'where this runs; the development issuer runs in local only'),
  RIDE_VERSION: of(k.text, 'development', 'which build this is, as operators are shown it'),
  RIDE_NAMESPACE: of(k.prefix, '', 'prefix of databases, topics, consumer groups, schema subjects and Redis keys'),
  RIDE_LISTEN_HOST: of(k.text, '127.0.0.1', 'address that the services listen on'),
  RIDE_LOCAL_DIR: { as: k.path, what: 'where the local stack keeps data, logs and jars (default: .local)' },
  RIDE_TEST_INFRASTRUCTURE: { as: k.path, what: 'env file of running infrastructure that e2e suites use' },

  RIDE_KAFKA_PORT: of(k.port, '19092', 'port of the local Kafka'),
  RIDE_KAFKA_CONTROLLER_PORT: of(k.port, '19093', 'port of the local Kafka’s controller'),
  RIDE_POSTGRES_PORT: of(k.port, '15432', 'port of the local PostgreSQL'),
  RIDE_REDIS_PORT: of(k.port, '16379', 'port of the local Redis'),
  RIDE_SCHEMA_REGISTRY_PORT: of(k.port, '18081', 'port of the local schema registry'),
  RIDE_ISSUER_PORT: of(k.port, '13009', 'port of the development issuer of tokens'),
  RIDE_RIDER_PORT: of(k.port, '13001', 'port of the rider service'),
  RIDE_DRIVER_PORT: of(k.port, '13002', 'port of the driver service'),
  RIDE_MATCHING_PORT: of(k.port, '13003', 'port of the matching service'),
  RIDE_BOOKING_PORT: of(k.port, '13004', 'port of the booking service'),
  RIDE_NOTIFICATION_PORT: of(k.port, '13005', 'port of the notification service'),
  RIDE_CONSOLE_PORT: of(k.port, '13006', 'port of the operators’ console'),
  RIDE_FAULTS_PORT: of(k.port, '13010', 'port at which the local stack breaks its own broker (see RIDE_BREAKS)'),
  RIDE_INSIGHTS_PORT: of(k.port, '13007', 'port of the insights service'),

  RIDE_KAFKA_BROKERS: of(k.brokers, '127.0.0.1:${RIDE_KAFKA_PORT}', 'Kafka’s brokers'),
  RIDE_KAFKA_TLS: of(k.oneOf('on', 'off'), 'off', 'whether Kafka is spoken to over TLS'),
  RIDE_KAFKA_TLS_CA_FILE: {
    as: k.path,
    what: 'PEM file of the authorities by whom Kafka’s certificate may be signed (default: those that Node knows)',
  },
  RIDE_KAFKA_TLS_CERTIFICATE_FILE: {
    as: k.path,
    what: 'PEM file of the certificate shown to Kafka, where it asks for one',
  },
  RIDE_KAFKA_TLS_KEY_FILE: { as: k.path, what: 'PEM file of that certificate’s private key, without a passphrase' },
  RIDE_KAFKA_TLS_SERVER_NAME: {
    as: k.text,
    what: 'name in Kafka’s certificate, where it is not the host connected to',
  },
  RIDE_KAFKA_SASL_MECHANISM: {
    as: k.oneOf('plain', 'scram-sha-256', 'scram-sha-512'),
    what: 'how Kafka checks user and password (default: it asks for none)',
  },
  RIDE_KAFKA_SASL_USERNAME: { as: k.text, what: 'the user as whom Kafka is spoken to' },
  RIDE_KAFKA_SASL_PASSWORD: { as: k.password, what: 'the user’s password' },
  RIDE_KAFKA_SASL_PASSWORD_FILE: { as: k.path, what: 'file that holds the password, instead; read at start' },
  RIDE_KAFKA_SASL_PLAIN_WITHOUT_TLS: of(
    k.oneOf('allow', 'refuse'),
    'refuse',
    'whether plain may send the password over a connection without TLS, readable for all on the way',
  ),
  RIDE_POSTGRES_URL: of(
    k.url('postgres', 'postgresql'),
    'postgres://ride:ride@127.0.0.1:${RIDE_POSTGRES_PORT}',
    'PostgreSQL server, without a database: each service has its own, ride_<service>',
  ),
  RIDE_MIGRATIONS: of(
    k.oneOf('run', 'wait'),
    'run',
    'whether an instance changes its database’s tables at its start, or waits until `main.js migrate` has',
  ),
  RIDE_REDIS_URL: of(k.url('redis', 'rediss'), 'redis://127.0.0.1:${RIDE_REDIS_PORT}', 'Redis'),
  RIDE_SCHEMA_REGISTRY_URL: of(
    http,
    'http://127.0.0.1:${RIDE_SCHEMA_REGISTRY_PORT}/apis/ccompat/v7',
    'schema registry, Confluent’s API',
  ),
  RIDE_ISSUER: ownInProduction(
    k.issuer,
    'http://127.0.0.1:${RIDE_ISSUER_PORT}',
    'issuer of the tokens that are accepted',
  ),
  RIDE_JWKS_URL: { as: http, what: 'the issuer’s public keys (default: where its OpenID configuration says)' },
  RIDE_AUDIENCE: of(k.text, 'ride', 'audience that tokens must name'),
  RIDE_ROLE_CLAIM: of(
    k.text,
    'role',
    'claim of a token that names the role, or a path to it such as realm_access.roles',
  ),
  RIDE_CORS_ORIGINS: of(
    k.origins,
    '',
    'origins of the pages that may call the services from a browser, separated by commas (default: none)',
  ),
  RIDE_PIN_SECRET: ownInProduction(k.secret, 'local-development-only', 'secret from which PINs are made'),
  RIDE_RIDER_URL: of(http, 'http://127.0.0.1:${RIDE_RIDER_PORT}', 'where clients find the rider service'),
  RIDE_DRIVER_URL: of(http, 'http://127.0.0.1:${RIDE_DRIVER_PORT}', 'where clients find the driver service'),
  RIDE_MATCHING_URL: of(http, 'http://127.0.0.1:${RIDE_MATCHING_PORT}', 'where operators find matching'),
  RIDE_BOOKING_URL: of(http, 'http://127.0.0.1:${RIDE_BOOKING_PORT}', 'where operators find booking'),
  RIDE_NOTIFICATION_URL: of(http, 'http://127.0.0.1:${RIDE_NOTIFICATION_PORT}', 'where clients find notification'),
  RIDE_CONSOLE_URL: of(http, 'http://127.0.0.1:${RIDE_CONSOLE_PORT}', 'where operators find the console'),
  RIDE_CONSOLE_CLIENT_ID: of(
    k.text,
    'ride-console',
    'as which client of the issuer the console’s page signs people in',
  ),
  RIDE_TRACE_URL: {
    as: http,
    what: 'where a trace is shown, with {traceId} in it (default: the console links to none)',
  },
  RIDE_LOG_URL: {
    as: http,
    what: 'where the logs of a correlation id are shown, with {correlationId} in it (default: the console links to none)',
  },
  RIDE_INSIGHTS_URL: of(http, 'http://127.0.0.1:${RIDE_INSIGHTS_PORT}', 'where operators find insights'),

  RIDE_JOURNEY_DAYS: of(k.pieces, '14', 'days for which the console keeps what happened'),

  RIDE_LIMIT_PERSON: of(
    k.perMinute,
    '600',
    'requests a minute that a person may send to a service, of which some routes take a part only (local stack: off)',
  ),
  RIDE_LIMIT_ADDRESS: of(
    k.perMinute,
    '3000',
    'requests a minute that a service takes from an address (IPv6: a /64), a tenth of it without a valid token (local stack: off)',
  ),
  RIDE_TRUSTED_PROXIES: of(
    k.addresses,
    'none',
    'proxies in front of the services, whose X-Forwarded-For says which address a request comes from',
  ),

  RIDE_AREAS_FILE: { as: k.path, what: 'service areas, GeoJSON (default: the file that comes with libs/geo)' },
  RIDE_OTLP_URL: {
    as: http,
    what: 'where traces and metrics are told, by OTLP over HTTP: http://collector:4318, without a path (default: nowhere, at no cost)',
  },
  RIDE_TRACE_RATIO: of(
    k.share,
    '1',
    'share of the traces begun here that are recorded; where a request brings its trace, that decides',
  ),
  RIDE_LOG_LEVEL: of(
    k.oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
    'info',
    'least level that is logged',
  ),

  RIDE_OFFER_MS: of(k.milliseconds, '15000', 'how long a driver may consider an offer'),
  RIDE_OFFERS_AT_ONCE: of(k.pieces, '1', 'drivers who are offered one ride at the same time'),
  RIDE_FARE_ESTIMATE_MS: of(k.milliseconds, '300000', 'how long the prices of a fare estimate are held'),
  RIDE_SURGE: of(k.oneOf('on', 'off'), 'on', 'whether fares rise where more rides are asked for than drivers are free'),
  RIDE_SEARCH_MS: of(k.milliseconds, '180000', 'how long a driver is searched for'),
  RIDE_POSITION_FRESH_MS: of(k.milliseconds, '60000', 'age at which a driver’s position no longer counts'),
  RIDE_RADII_METRES: of(k.radii, '1000,2000,4000,8000', 'radii of the search, one after the other'),
  RIDE_PICKUP_ETA_MAX_SECONDS: of(k.seconds, '900', 'longest drive to a pickup that is offered'),
  RIDE_FREE_CANCELLATION_MS: of(k.milliseconds, '120000', 'time after the booking in which cancelling is free'),
  RIDE_WAITING_MS: of(k.milliseconds, '300000', 'how long a driver must wait before a no-show'),
  RIDE_WAITING_FREE_MS: of(k.milliseconds, '120000', 'waiting at the pickup that costs nothing'),
  RIDE_PIN_TRIES: of(k.times, '3', 'wrong PINs before a pause'),
  RIDE_PIN_PAUSE_MS: of(k.milliseconds, '300000', 'pause after too many wrong PINs'),
  RIDE_SILENT_TRIP_MS: of(k.milliseconds, '180000', 'silence on a trip after which the driver counts as lost'),
  RIDE_TRIP_TIMEOUT_FACTOR: of(k.factor, '3', 'a trip may take its estimate times this, and the extra'),
  RIDE_TRIP_TIMEOUT_EXTRA_MS: of(k.milliseconds, '1800000', 'extra time that every trip may take'),
  RIDE_RATING_MS: of(k.milliseconds, '604800000', 'time after a ride in which it can be rated'),
  RIDE_NOTIFICATION_MAX_AGE_MS: of(k.milliseconds, '600000', 'age at which a message is no longer sent'),
  RIDE_WEBHOOK_ADDRESSES: of(
    k.oneOf('public', 'any'),
    'public',
    'where webhooks may lead: public addresses over https, or any, private ones and http too (local stack: any)',
  ),

  RIDE_RETRY_BACKOFF_MS: of(
    k.backoff,
    '1000,5000,30000,300000',
    'how long the key of a failed fact waits before each further attempt; after the last one the fact is dead',
  ),
  RIDE_HANDLINGS: of(
    k.oneOf('on', 'off'),
    'on',
    'whether services say which facts they have handled (handlings.v1), for the journeys of the console',
  ),
  RIDE_DEAD_LETTER_EDIT: of(
    k.oneOf('allow', 'refuse'),
    'refuse',
    'whether operators may replay a dead letter with other data than was said',
  ),
  RIDE_BREAKS: of(
    k.oneOf('on', 'off'),
    'off',
    'whether operators may break handlers, consumers and topics on purpose, at /breaks; refused in production (npm start: on)',
  ),
  RIDE_BATCH_SIZE: of(k.pieces, '1000', 'most facts in one unit of work'),
  RIDE_PARTITIONS_AT_ONCE: of(k.pieces, '4', 'partitions that one service works on at the same time'),
  RIDE_INSTANCE_URL: of(
    http,
    'http://127.0.0.1:${RIDE_INSIGHTS_PORT}',
    'where the other instances of insights find this one; each has one of its own',
  ),
  RIDE_STREAMS_FOLDER: {
    as: k.path,
    what: 'where an instance of insights keeps copies of its state, for a quick start (default: it restores all from the log)',
  },
  RIDE_WATCHDOG_MS: of(
    k.milliseconds,
    '15000',
    'how long a service may do one and the same thing, such as an endless loop, before it kills itself; a session in Kafka ends after 6 s',
  ),
} as const satisfies Record<`RIDE_${string}`, Declared<unknown>>;

export type VariableName = keyof typeof declared;

export interface Variable {
  readonly name: VariableName;
  readonly what: string;
  readonly kind: string;
  readonly default: string | undefined;
  /** Whether it must be set where RIDE_ENV is production. */
  readonly setInProduction: boolean;
}

/** The same list for documentation and preflight. */
export const VARIABLES: readonly Variable[] = (Object.keys(declared) as VariableName[]).map((name) => {
  const { as, what, default: byDefault, setInProduction }: Declared<unknown> = declared[name];
  return { name, what, kind: as.kind, default: byDefault, setInProduction: setInProduction === true };
});
