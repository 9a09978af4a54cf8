import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problems, type Problem } from './problem.js';

/** Throws when somebody has looked for too much that there isn't. */
export type Count = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/**
 * Tells a wrong method from an unknown route, before anything else is done with a request. To be called before any route is
 * made.
 */
export function refuseUnrouted(fastify: FastifyInstance, count: Count): void {
  const routes = new Routes();
  fastify.addHook('onRoute', ({ url, method }) => routes.add(url, [method].flat()));
  fastify.addHook('onRequest', (request, reply, done) => {
    const refusal = routes.refusalOf(request);
    if (refusal === undefined) done();
    else count(request, reply).then(() => done(refusal), done);
  });
}

class Routes {
  readonly #known: { readonly url: string; readonly matches: RegExp; readonly methods: readonly string[] }[] = [];
  /** Paths without parameters. */
  readonly #plain = new Set<string>();

  add(url: string, methods: readonly string[]): void {
    this.#known.push({ url, matches: patternOf(url), methods });
    if (!/[:*]/.test(url)) this.#plain.add(url);
  }

  refusalOf({ url, is404, routeOptions }: FastifyRequest): Problem | undefined {
    const [path = ''] = url.split('?', 1);
    // The router would take a plain path, asked with a method that it hasn't, for another route's parameter.
    const isMistaken = routeOptions.url !== path && this.#plain.has(path);
    if (!is404 && !isMistaken) return undefined;
    const methods = this.#methodsOf(path);
    return methods.length > 0 ? problems.method_not_allowed(methods) : problems.unknown_route();
  }

  #methodsOf(path: string): readonly string[] {
    const isPlain = this.#plain.has(path);
    const fitting = this.#known.filter(({ url, matches }) => (isPlain ? url === path : matches.test(path)));
    return [...new Set(fitting.flatMap(({ methods }) => methods))].sort();
  }
}

/** `/rides/:rideId` as an expression; `*` at its end is anything. */
function patternOf(url: string): RegExp {
  const literal = url.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal.replace(/:\w+/g, '[^/]+').replace('*', '.*')}$`);
}
