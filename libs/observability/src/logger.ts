import { settings } from '@ride/configuration';
import { destination, pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import { currentCause } from './correlation.js';
import { gatheredLines } from './gathered-lines.js';
import { redacted } from './redaction.js';
import { telemetry } from './telemetry/telemetry.js';
import { spanIdOf, traceIdOf } from './trace.js';

export type { Logger };

const loggers = new Map<string, Logger>();

/** The service's logger: JSON lines on standard output, at RIDE_LOG_LEVEL. One per service and process. */
export function logger(service: string): Logger {
  const known = loggers.get(service);
  if (known !== undefined) return known;
  const made = makeLogger(service, settings().log.level);
  loggers.set(service, made);
  return made;
}

/** A logger to somewhere else, for tests. Errors go under `err`. */
export function makeLogger(service: string, level: string, to?: DestinationStream): Logger {
  const options = {
    level,
    base: { service },
    timestamp: stdTimeFunctions.isoTime,
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (line: Record<string, unknown>) => redacted(line),
    },
    serializers: { err: (described: unknown) => described }, // redaction has described it already
    mixin: () => {
      const cause = currentCause();
      if (cause === undefined) return {};
      const { correlationId, id: causationId, traceparent } = cause;
      const traceId = traceparent === undefined ? undefined : traceIdOf(traceparent);
      if (traceparent === undefined || traceId === undefined) return { correlationId, causationId };
      // Without telemetry there is no span of that id anywhere.
      return { correlationId, causationId, traceId, ...(telemetry() && { spanId: spanIdOf(traceparent) }) };
    },
  };
  // Not in the caller's time: where the disk is busy, a line would else hold up whatever the service does. Ends with the process.
  return pino(options, to ?? gatheredLines(() => destination({ dest: process.stdout.fd, sync: false })));
}
