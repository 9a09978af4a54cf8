import { settings } from '@ride/configuration';
import { isObserver, type Service } from '@ride/events';

/** Not everywhere, and not whoever only looks on: it shows what is broken. */
export function canBeBroken(service: Service): boolean {
  return settings().breaks && !isObserver(service);
}
