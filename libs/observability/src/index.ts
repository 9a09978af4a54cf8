export { currentCause, withCause, type Handled } from './correlation.js';
export { logger, makeLogger, type Logger } from './logger.js';
export { nestLogger } from './nest-logger.js';
export { redacted } from './redaction.js';
export { childOf, newTraceparent, traceIdOf } from './trace.js';
export { startWatchdog } from './watchdog.js';
