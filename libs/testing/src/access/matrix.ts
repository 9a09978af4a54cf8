import { v7 } from 'uuid';
import type { ServiceUnderTest } from '../service-under-test.js';
import { CALLERS, roleOf, tokenOf, type Caller, type Person } from './callers.js';
import { commonBodies, commonIds } from './common.js';
import { routesIn, type Route } from './routes.js';

/** Somebody's things, so that others can be shown to have no access to them. */
export interface Access {
  readonly service: ServiceUnderTest;
  readonly owner: Person;
  /** Ids of what is theirs, by the name of the path's parameter, or `METHOD /path name` where a route needs another one. */
  readonly ids: Readonly<Record<string, string>>;
  /** Valid bodies of the routes that take one, by `METHOD /path`. */
  readonly bodies: Readonly<Record<string, unknown>>;
  /** Valid queries of the routes that need one, by `METHOD /path`: `?cell=…`. */
  readonly queries?: Readonly<Record<string, string>>;
}

/** `let in`: neither kept out nor told that there is nothing of theirs. */
type Outcome = 401 | 403 | 404 | 'let in' | `not expected: ${string}`;

const SEEN_MS = 5_000;

/** A test for each kind of caller: each route of the service answers them as its declaration says. */
export function describeAccess(set: () => Promise<Access>): void {
  describe('who may call', () => {
    let access: Access;
    let routes: readonly Route[];
    let theirs: readonly string[];
    /** What those without the thing were told, by route. */
    const refusals = new Map<string, string>();

    beforeAll(async () => {
      const given = await set();
      const [ids, bodies] = [
        { ...commonIds, ...given.ids },
        { ...commonBodies, ...given.bodies },
      ];
      access = { ...given, ids, bodies };
      theirs = [given.owner.sub, ...Object.values(given.ids)];
      routes = routesIn(access.service.document());
    });

    it('is said of routes for everyone, and of routes for some', () => {
      expect(new Set(routes.map(({ roles }) => roles === 'everyone'))).toEqual(new Set([true, false]));
    });
    it.each(CALLERS)('%s', async (caller) => {
      const token = await tokenOf(caller, access.service, access.owner);
      const [expected, found]: Record<string, Outcome>[] = [{}, {}];
      for (const route of routes) {
        expected![route.name] = expectedOf(route, caller, access.owner);
        found![route.name] = await outcomeOf(route, caller, token);
      }
      expect(found).toEqual(expected);
    });

    async function outcomeOf(route: Route, caller: Caller, token: string | undefined): Promise<Outcome> {
      const { status, text } = await ask(access, route, token);
      const code = /"code":"(\w+)"/.exec(text)?.[1] ?? '';
      // What operators may not do here, such as editing, is forbidden to all of them, not to this one.
      if (status === 401 || (status === 403 && code === 'forbidden')) return status;
      if (caller === 'the owner') {
        // Whatever of theirs is missing, it is not what others are told is missing.
        if (status === 404 && code === refusals.get(route.name)) return `not expected: ${code} for the owner`;
      } else if (status === 404 && route.parameters.length > 0 && caller !== 'an operator') {
        refusals.set(route.name, code);
        return 404;
      } else if (caller !== 'an operator') {
        if (theirs.some((id) => text.includes(id))) return `not expected: ${status} shows what is another’s`;
      }
      const isUp = status < 500 || route.roles === 'everyone'; // a probe says 503 where a service isn't ready
      return status !== 400 && isUp ? 'let in' : `not expected: ${status} ${code} ${text}`;
    }
  });
}

function expectedOf({ roles, parameters }: Route, caller: Caller, owner: Person): Outcome {
  if (roles === 'everyone') return 'let in';
  const role = roleOf(caller, owner);
  if (role === undefined) return 401;
  if (!roles.includes(role)) return 403;
  // Operators look at everybody's things; among people each has their own.
  return caller === 'the owner' || role === 'operator' || parameters.length === 0 ? 'let in' : 404;
}

async function ask({ service, ids, bodies, queries = {} }: Access, route: Route, token: string | undefined) {
  const { name, method, takesBody, parameters } = route;
  let path = route.path;
  for (const parameter of parameters) {
    const id = ids[`${name} ${parameter}`] ?? ids[parameter];
    if (id === undefined) throw new Error(`Give describeAccess an id for ${parameter} of ${name}.`);
    path = path.replace(`{${parameter}}`, id);
  }
  if (takesBody && !(name in bodies)) throw new Error(`Give describeAccess a body for ${name}.`);
  const response = await fetch(service.url + path + (queries[name] ?? ''), {
    method,
    signal: AbortSignal.timeout(SEEN_MS),
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(method === 'POST' && { 'idempotency-key': v7() }),
      ...(takesBody && { 'content-type': 'application/json' }),
    },
    ...(takesBody && { body: JSON.stringify(bodies[name]) }),
  });
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  if (isStream) await response.body?.cancel();
  return { status: response.status, text: isStream ? '' : await response.text() };
}
