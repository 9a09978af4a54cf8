import type { Settings } from '@ride/configuration';

/** Where the keeper of a local stack takes its broker away; null where nothing may be broken. */
export function faultsUrl({ breaks, ports }: Pick<Settings, 'breaks' | 'ports'>): string | null {
  return breaks ? `http://127.0.0.1:${ports.faults}` : null;
}
