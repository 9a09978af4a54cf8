import { parseArgs } from 'node:util';
import { services, type ServiceName } from '../../infrastructure.js';
import { Refused } from '../exit.js';

const COMMANDS = ['list', 'handlers', 'handler', 'poison', 'pause', 'resume', 'broker', 'clear'] as const;
type Command = (typeof COMMANDS)[number];

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const OPTIONS = {
  ...{ times: text, key: text, slow: text },
  ...{ 'for-good': flag, freeze: flag, json: flag, help: flag },
} as const;

/** What was asked on the command line, understood. */
export interface Asked {
  /** Absent: all of them. */
  readonly service: ServiceName | undefined;
  readonly command: Command;
  /** What the command is about: a handler, a topic, a subscription, seconds, a break. */
  readonly what: string | undefined;
  readonly key: string | undefined;
  readonly times: number | undefined;
  readonly delayMs: number | undefined;
  readonly isForGood: boolean;
  readonly isFrozen: boolean;
  readonly isJson: boolean;
}

/** Undefined: help is wanted. Throws Refused, which says what to write instead. */
export function asked(args: readonly string[]): Asked | undefined {
  const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  if (values.help || positionals[0] === 'help') return undefined;
  const service = services.find((name) => name === positionals[0]);
  const [word = 'list', what, ...more] = service === undefined ? positionals : positionals.slice(1);
  const command = COMMANDS.find((name) => name === word);
  if (command === undefined || more.length > 0)
    throw new Refused(
      `${more[0] ?? word} is no command and no service. Commands: ${COMMANDS.join(', ')}. Services: ${services.join(', ')}. ` +
        'npm run break -- --help tells more.',
    );
  if (values.slow !== undefined && values['for-good'])
    throw new Refused('Say --slow or --for-good: it is one or the other.');
  return {
    service,
    command,
    what,
    key: values.key,
    times: whole('--times', values.times),
    delayMs: whole('--slow', values.slow),
    isForGood: values['for-good'],
    isFrozen: values.freeze,
    isJson: values.json,
  };
}

export function whole(option: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const value = Number(given);
  if (!(value > 0) || !Number.isInteger(value)) throw new Refused(`${option} ${given}: write a whole number above 0.`);
  return value;
}
