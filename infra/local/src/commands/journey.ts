import { parseArgs } from 'node:util';
import { settings } from '@ride/configuration';
import { runningState } from '../state.js';
import { Refused } from './exit.js';
import type { Journey } from './journey/answer.js';
import { coloured, journeyText, plain } from './journey/text.js';
import { developmentToken } from './token.js';
import { ourLayout } from './with-stack.js';

const PATIENCE_MS = 10_000;
const HELP = `npm run journey -- RIDE_ID    what happened to a ride (or under a correlation id), and because of what

  --json        as the console answers it
  --url URL     where the console is (default: that of the local stack)
  --token TOKEN an operator's; without it one of the development issuer
`;

/** `npm run journey -- RIDE_ID`: the tree of causes, from the console. */
export async function journey(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      url: { type: 'string' },
      token: { type: 'string' },
    },
  });
  const [id] = positionals;
  if (values.help || id === undefined) {
    process.stdout.write(HELP);
    return values.help ? 0 : 1;
  }
  const here = settings({ ...process.env, ...runningState(ourLayout())?.env });
  const token = values.token ?? (await developmentToken(here.identity.issuer, 'operator'));
  const answer = await asked(values.url ?? here.urls.console, id, token);
  const hasColours = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
  const text = values.json ? JSON.stringify(answer, undefined, 2) : journeyText(answer, hasColours ? coloured : plain);
  process.stdout.write(`${text}\n`);
  return 0;
}

/** Throws Refused, which says what to do. */
async function asked(url: string, id: string, token: string): Promise<Journey> {
  const response = await fetch(`${url}/journeys/${encodeURIComponent(id)}`, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => {
    throw new Refused(`The console does not answer at ${url}: is it running? npm start runs it.`);
  });
  const answer = (await response.json()) as Journey & { readonly detail?: string; readonly code?: string };
  if (!response.ok) throw new Refused(`${answer.detail ?? response.status}  [${answer.code ?? response.status}]`);
  return answer;
}
