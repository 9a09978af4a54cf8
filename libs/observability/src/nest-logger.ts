import type { LoggerService } from '@nestjs/common';
import type { Logger } from './logger.js';

type Level = 'info' | 'warn' | 'error' | 'debug' | 'trace' | 'fatal';

/** What Nest itself logs, as lines of ours: Nest gives the message, then optionally a stack, and its own class last. */
export function nestLogger(logger: Logger): LoggerService {
  const at =
    (level: Level) =>
    (message: unknown, ...more: unknown[]): void => {
      const context = more.at(-1);
      const stack = more.length > 1 ? more[0] : undefined;
      const about = { ...(typeof context === 'string' && { context }), ...(typeof stack === 'string' && { stack }) };
      if (message instanceof Error) logger[level]({ ...about, err: message }, message.message);
      else logger[level](about, typeof message === 'string' ? message : JSON.stringify(message));
    };
  return {
    log: at('debug'), // modules and routes at start: nobody reads them
    warn: at('warn'),
    error: at('error'),
    debug: at('debug'),
    verbose: at('trace'),
    fatal: at('fatal'),
  };
}
