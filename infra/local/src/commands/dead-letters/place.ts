import { userInfo } from 'node:os';
import { settings } from '@ride/configuration';
import { v5 } from 'uuid';
import { services, type ServiceName } from '../../infrastructure.js';
import { runningState } from '../../state.js';
import { Refused } from '../exit.js';
import { developmentToken } from '../token.js';
import { ourLayout } from '../with-stack.js';
import { Api } from './api.js';
import type { Asked } from './options.js';

/** Namespace of the ids by which the local stack knows the people of this machine, so that its records tell them apart. */
const PEOPLE = '0d9f3c1e-8f6a-5b7e-9a57-3c4d2f10ab61';

/** A service whose dead letters are meant. */
export interface Place {
  readonly name: string;
  readonly api: Api;
}

/** The services that are meant: the one named, or at the address given, or all of the local stack. Throws Refused. */
export async function places({ service, values: { url, token } }: Asked): Promise<readonly Place[]> {
  if (url !== undefined) {
    if (!URL.canParse(url))
      throw new Refused(`--url ${url}: write the whole address, such as https://booking.example.org`);
    if (token === undefined) throw new Refused('Say with --token who you are: an access token of an operator.');
    return [{ name: service ?? new URL(url).host, api: new Api(url.replace(/\/+$/, ''), token) }];
  }
  const { urls, identity } = settings({ ...process.env, ...runningState(ourLayout())?.env });
  const own = token ?? (await developmentToken(identity.issuer, 'operator', v5(userInfo().username, PEOPLE)));
  const named: readonly ServiceName[] = service === undefined ? services : [service];
  return named.map((name) => ({ name, api: new Api(urls[name], own) }));
}

/** The one service that is meant: ids and repairs are a service's own. Throws Refused. */
export async function onePlace(asked: Asked): Promise<Place> {
  if (asked.service === undefined && asked.values.url === undefined)
    throw new Refused(`Of which service? npm run dead-letters -- ${services.join('|')} ${asked.command} …`);
  return (await places(asked))[0]!;
}
