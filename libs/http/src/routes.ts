import type { FastifyInstance } from 'fastify';

/** The routes of an edge, to tell a wrong method from an unknown route. To be made before any route is. */
export class Routes {
  readonly #known: { readonly matches: RegExp; readonly methods: readonly string[] }[] = [];

  constructor(fastify: FastifyInstance) {
    fastify.addHook('onRoute', ({ url, method }) => {
      this.#known.push({ matches: patternOf(url), methods: [method].flat() });
    });
  }

  /** The methods that the path takes. */
  methodsOf(url: string): readonly string[] {
    const [path = ''] = url.split('?', 1);
    const fitting = this.#known.filter(({ matches }) => matches.test(path));
    return [...new Set(fitting.flatMap(({ methods }) => methods))].sort();
  }
}

/** `/rides/:rideId` as an expression; `*` at its end is anything. */
function patternOf(url: string): RegExp {
  const literal = url.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal.replace(/:\w+/g, '[^/]+').replace('*', '.*')}$`);
}
