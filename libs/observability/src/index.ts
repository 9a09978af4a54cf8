export { currentCause, withCause, type Handled } from './correlation.js';
export { logger, makeLogger, type Logger } from './logger.js';
export { nestLogger } from './nest-logger.js';
export { redacted } from './redaction.js';
export { startTelemetry, stopTelemetry } from './telemetry/start.js';
export { preciseNow, telemetry, useTelemetry, type Reading, type Span, type Telemetry } from './telemetry/telemetry.js';
export type { Attributes } from './telemetry/attributes.js';
export { childOf, newTraceparent, spanIdOf, traceIdOf } from './trace.js';
export { startWatchdog } from './watchdog.js';
