import { Refused } from '../exit.js';

/** What concerns the stack, and not the simulator, which knows the services by HTTP only. */
export interface OwnOptions {
  readonly killNine: boolean;
  /** Seconds between two kills, for as long as the run lasts. */
  readonly killNineEvery?: number;
  /** Of each service. */
  readonly instances?: number;
  /** So many times shorter than by default; absent: as they are. */
  readonly shortenDeadlines?: number;
  /** What is left for the simulator. */
  readonly rest: readonly string[];
}

export const OWN_HELP = `
Of the stack:
  --kill-nine      meanwhile each service is killed once, as by kill -9, one after the other is back
  --instances N    runs on a stack with so many instances of each service, behind a balancer
  --kill-nine-every S
                   meanwhile each S seconds the next service, or instance of one, is killed as by kill -9
  --shorten-deadlines N
                   runs on a stack of its own settings, whose deadlines (offer, search, waiting, silence, …) are
                   N times shorter, as far as the services can keep up
`;

/** Takes our own options out of a command line. Throws Refused. */
export function ownOptionsOf(args: readonly string[]): OwnOptions {
  const rest = [...args];
  const take = (index: number, count: number) => rest.splice(index, count);
  const isThere = (name: string): boolean => {
    const index = rest.indexOf(name);
    if (index >= 0) take(index, 1);
    return index >= 0;
  };
  const valueOf = (name: string, { whole = false } = {}): number | undefined => {
    const index = rest.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
    if (index < 0) return undefined;
    const [given = '', next] = take(index, rest[index] === name ? 2 : 1);
    const text = given === name ? next : given.slice(name.length + 1);
    const value = text === undefined || text.trim() === '' ? NaN : Number(text);
    if (Number.isFinite(value) && value >= 1 && (!whole || Number.isInteger(value))) return value;
    throw new Refused(`${name} must be a ${whole ? 'whole ' : ''}number of at least 1, not '${text ?? ''}'.`);
  };
  const killNine = isThere('--kill-nine');
  const killNineEvery = valueOf('--kill-nine-every');
  const instances = valueOf('--instances', { whole: true });
  const shortenDeadlines = valueOf('--shorten-deadlines');
  if (killNine && killNineEvery !== undefined) throw new Refused('--kill-nine or --kill-nine-every: give one of them.');
  return {
    killNine,
    ...(killNineEvery !== undefined && { killNineEvery }),
    ...(instances !== undefined && { instances }),
    ...(shortenDeadlines !== undefined && { shortenDeadlines }),
    rest,
  };
}
