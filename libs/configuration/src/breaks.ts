import { ConfigurationError, type Values } from './read.js';

/** Throws ConfigurationError where what is broken on purpose would be somebody's ride. */
export function areBreaksOn({ RIDE_BREAKS, RIDE_ENV }: Values): boolean {
  if (RIDE_BREAKS === 'off') return false;
  if (RIDE_ENV === 'production')
    throw new ConfigurationError([
      {
        variable: 'RIDE_BREAKS',
        message: 'RIDE_BREAKS must be off when RIDE_ENV is production: it lets operators break what people rely on.',
      },
    ]);
  return true;
}
