import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { repositoryRoot } from '../layout.js';

/** A service of docker-compose.yml, as far as our checks look at it. */
export interface ComposeService {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly profiles?: readonly string[];
  readonly healthcheck?: unknown;
  readonly network_mode?: string;
}

/** docker-compose.yml with its anchors merged and its variables replaced, by `env` or by their defaults. */
export function composeFile(env: Readonly<Record<string, string>> = {}): {
  readonly services: Readonly<Record<string, ComposeService>>;
} {
  const text = readFileSync(join(repositoryRoot(), 'docker-compose.yml'), 'utf8');
  const replaced = text.replaceAll(
    /\$\{(\w+):-([^}]*)\}/g,
    (_, name: string, otherwise: string) => env[name] ?? otherwise,
  );
  return parse(replaced, { merge: true }) as ReturnType<typeof composeFile>;
}
