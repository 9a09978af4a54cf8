import { readFileSync } from 'node:fs';

/** The variables of a file of `export NAME=value` lines (or `NAME=value`). */
export function readEnvFile(file: string): Record<string, string> {
  const lines = readFileSync(file, 'utf8').matchAll(/^(?:export\s+)?(RIDE_\w+)=(.*)$/gm);
  return Object.fromEntries([...lines].map(([, name, value]) => [name, value] as [string, string]));
}
