import { parseArgs } from 'node:util';
import { settings } from '@ride/configuration';
import { runningState } from '../state.js';
import { Refused } from './exit.js';
import { ourLayout } from './with-stack.js';

/** `npm run token -- rider [--sub UUID]`: a token of the development issuer, alone on the last line. */
export async function token(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { sub: { type: 'string' } },
  });
  const role = positionals[0];
  if (role === undefined) throw new Refused('Whose token? npm run token -- rider|driver|operator [--sub UUID]');
  const { issuer } = settings({ ...process.env, ...runningState(ourLayout())?.env }).identity;
  process.stdout.write(`${await developmentToken(issuer, role, values.sub)}\n`);
  return 0;
}

/** A token of the development issuer at this address; without `sub`, of somebody new. Throws Refused. */
export async function developmentToken(issuer: string, role: string, sub?: string): Promise<string> {
  const asked = JSON.stringify({ role, ...(sub === undefined ? {} : { sub }) });
  const response = await fetch(`${issuer}/token`, { method: 'POST', body: asked }).catch(() => {
    throw new Refused(`The development issuer does not answer at ${issuer}: run npm start first, in another terminal.`);
  });
  if (!response.ok) throw new Refused(`The issuer refused: ${await response.text()}`);
  const { access_token } = (await response.json()) as { access_token: string };
  return access_token;
}
