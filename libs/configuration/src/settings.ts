import { areBreaksOn } from './breaks.js';
import { kafkaAccess } from './kafka/access.js';
import { read, type Env } from './read.js';

/** Times are milliseconds unless the name says otherwise. */
export type Settings = ReturnType<typeof arrange>;

function arrange(env: Env) {
  const v = read(env);
  return {
    env: v.RIDE_ENV,
    version: v.RIDE_VERSION,
    namespace: v.RIDE_NAMESPACE,
    host: v.RIDE_LISTEN_HOST,
    localDir: v.RIDE_LOCAL_DIR,
    kafka: kafkaAccess(v),
    postgres: { url: v.RIDE_POSTGRES_URL },
    migrations: v.RIDE_MIGRATIONS,
    redis: { url: v.RIDE_REDIS_URL },
    registry: { url: v.RIDE_SCHEMA_REGISTRY_URL },
    identity: {
      issuer: v.RIDE_ISSUER,
      jwksUrl: v.RIDE_JWKS_URL,
      audience: v.RIDE_AUDIENCE,
      roleClaim: v.RIDE_ROLE_CLAIM,
    },
    ports: {
      kafka: v.RIDE_KAFKA_PORT,
      kafkaController: v.RIDE_KAFKA_CONTROLLER_PORT,
      postgres: v.RIDE_POSTGRES_PORT,
      redis: v.RIDE_REDIS_PORT,
      registry: v.RIDE_SCHEMA_REGISTRY_PORT,
      issuer: v.RIDE_ISSUER_PORT,
      rider: v.RIDE_RIDER_PORT,
      driver: v.RIDE_DRIVER_PORT,
      matching: v.RIDE_MATCHING_PORT,
      booking: v.RIDE_BOOKING_PORT,
      notification: v.RIDE_NOTIFICATION_PORT,
      console: v.RIDE_CONSOLE_PORT,
      faults: v.RIDE_FAULTS_PORT,
      insights: v.RIDE_INSIGHTS_PORT,
    },
    urls: {
      rider: v.RIDE_RIDER_URL,
      driver: v.RIDE_DRIVER_URL,
      matching: v.RIDE_MATCHING_URL,
      booking: v.RIDE_BOOKING_URL,
      notification: v.RIDE_NOTIFICATION_URL,
      console: v.RIDE_CONSOLE_URL,
      insights: v.RIDE_INSIGHTS_URL,
    },
    console: {
      clientId: v.RIDE_CONSOLE_CLIENT_ID,
      /** Templates: with {traceId}, with {correlationId}. */
      traceUrl: v.RIDE_TRACE_URL,
      logUrl: v.RIDE_LOG_URL,
      journeyDays: v.RIDE_JOURNEY_DAYS,
    },
    corsOrigins: v.RIDE_CORS_ORIGINS,
    limits: { person: v.RIDE_LIMIT_PERSON, address: v.RIDE_LIMIT_ADDRESS },
    trustedProxies: v.RIDE_TRUSTED_PROXIES,
    pinSecret: v.RIDE_PIN_SECRET,
    areasFile: v.RIDE_AREAS_FILE,
    log: { level: v.RIDE_LOG_LEVEL },
    telemetry: { url: v.RIDE_OTLP_URL, ratio: v.RIDE_TRACE_RATIO },
    rules: {
      offerMs: v.RIDE_OFFER_MS,
      offersAtOnce: v.RIDE_OFFERS_AT_ONCE,
      fareEstimateMs: v.RIDE_FARE_ESTIMATE_MS,
      surge: v.RIDE_SURGE,
      searchMs: v.RIDE_SEARCH_MS,
      positionFreshMs: v.RIDE_POSITION_FRESH_MS,
      radiiMetres: v.RIDE_RADII_METRES,
      pickupEtaMaxSeconds: v.RIDE_PICKUP_ETA_MAX_SECONDS,
      freeCancellationMs: v.RIDE_FREE_CANCELLATION_MS,
      waitingMs: v.RIDE_WAITING_MS,
      waitingFreeMs: v.RIDE_WAITING_FREE_MS,
      pinTries: v.RIDE_PIN_TRIES,
      pinPauseMs: v.RIDE_PIN_PAUSE_MS,
      silentTripMs: v.RIDE_SILENT_TRIP_MS,
      tripTimeoutFactor: v.RIDE_TRIP_TIMEOUT_FACTOR,
      tripTimeoutExtraMs: v.RIDE_TRIP_TIMEOUT_EXTRA_MS,
      ratingMs: v.RIDE_RATING_MS,
      notificationMaxAgeMs: v.RIDE_NOTIFICATION_MAX_AGE_MS,
    },
    retryBackoffMs: v.RIDE_RETRY_BACKOFF_MS,
    handlings: v.RIDE_HANDLINGS,
    deadLetterEdit: v.RIDE_DEAD_LETTER_EDIT,
    breaks: areBreaksOn(v),
    webhooks: { addresses: v.RIDE_WEBHOOK_ADDRESSES },
    unit: { batch: v.RIDE_BATCH_SIZE, partitionsAtOnce: v.RIDE_PARTITIONS_AT_ONCE },
    watchdogMs: v.RIDE_WATCHDOG_MS,
    streamsFolder: v.RIDE_STREAMS_FOLDER,
    instanceUrl: v.RIDE_INSTANCE_URL,
  } as const;
}

let remembered: Settings | undefined;

/**
 * What the environment says, checked. The process's own environment is read once, and again only when its namespace
 * changed (a suite chooses one for itself). Throws ConfigurationError with everything that is wrong.
 */
export function settings(env: Env = process.env): Settings {
  if (env !== process.env) return arrange(env);
  if (remembered === undefined || remembered.namespace !== (process.env['RIDE_NAMESPACE'] ?? '')) {
    remembered = arrange(env);
  }
  return remembered;
}

/** For tests that change other variables of the running process. */
export function forgetSettings(): void {
  remembered = undefined;
}
