import type { Schemas } from '@ride/client';

/** What the server knows of where it runs. */
export type Config = Schemas<'console'>['ConsoleConfig'];

/** Throws when the console's server does not answer. */
export async function readConfig(): Promise<Config> {
  const response = await fetch('/console-config.json');
  if (!response.ok) throw new Error(`/console-config.json answers ${response.status}`);
  return (await response.json()) as Config;
}
