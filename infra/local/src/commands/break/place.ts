import { settings } from '@ride/configuration';
import { services, type ServiceName } from '../../infrastructure.js';
import { runningState } from '../../state.js';
import { Api, Declined } from '../dead-letters/api.js';
import { Refused } from '../exit.js';
import { developmentToken } from '../token.js';
import { ourLayout } from '../with-stack.js';
import type { Asked } from './options.js';

/** Whose breaks are meant. */
export interface Place {
  readonly name: ServiceName;
  readonly api: Api;
}

/** The services of the local stack, and its keeper. */
export interface Stack {
  readonly places: readonly Place[];
  readonly keeper: Api;
}

/** The stack that runs, and those of its services that are meant. Throws Refused. */
export async function stackOf({ service }: Pick<Asked, 'service'>): Promise<Stack> {
  const { urls, identity, ports } = settings({ ...process.env, ...runningState(ourLayout())?.env });
  const token = await developmentToken(identity.issuer, 'operator');
  const named: readonly ServiceName[] = service === undefined ? services : [service];
  return {
    places: named.map((name) => ({ name, api: new Api(urls[name], token, '/breaks') })),
    keeper: new Api(`http://127.0.0.1:${ports.faults}`, token, '/faults'),
  };
}

/** The one service that is meant. Throws Refused. */
export async function onePlace(asked: Asked): Promise<Place> {
  if (asked.service === undefined)
    throw new Refused(`Of which service? npm run break -- ${services.join('|')} ${asked.command} …`);
  return (await stackOf(asked)).places[0]!;
}

/** A service that has no such route is told from one that has, and refuses. */
export async function whereOn<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (error instanceof Declined && error.code === 'unknown_route')
      throw new Refused('Nothing can be broken here: RIDE_BREAKS is off. npm start has it on.');
    throw error;
  });
}
