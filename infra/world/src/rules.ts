import { settings } from '@ride/configuration';

/** Numbers of facts.md that differ from world to world; all others are the defaults. */
export interface Rules {
  readonly offersAtOnce: number;
}

/** The policies were made with the process's rules, and look at them again whenever they decide. */
export function useRules(rules: Rules): void {
  Object.assign(settings().rules, rules);
}
