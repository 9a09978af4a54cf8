import type { Fuzzed } from './report.js';

/** What a person wants to see in the end: of each service, how much was asked and what was wrong. */
export function tableOf(found: readonly (readonly [service: string, Fuzzed])[], seed: number): string {
  const lines = found.flatMap(([service, { operations, requests, seconds, failures }]) => [
    row(service, operations, requests, Math.round(seconds), failures.length),
    ...failures.map((failure) => `  BROKEN ${failure}`),
  ]);
  return [`Seed ${seed}`, row('service', 'operations', 'requests', 'seconds', 'failures'), ...lines].join('\n');
}

function row(service: string, ...figures: readonly (string | number)[]): string {
  return service.padEnd(13) + figures.map((figure) => String(figure).padStart(11)).join('');
}
