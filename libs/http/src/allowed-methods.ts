import type { Request } from 'express';

/** What is read of Express' router: its layers, of which those with a route match a path for some methods. */
interface Layer {
  readonly match: (path: string) => boolean;
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
}

/** The methods that the request's path would have taken, when only the method was wrong; else none. */
export function allowedMethods({ app, path }: Request): readonly string[] {
  const layers = (app as unknown as { router: { stack: readonly Layer[] } }).router.stack;
  const routes = layers.flatMap((layer) => (layer.route && layer.match(path) ? [layer.route] : []));
  return [...new Set(routes.flatMap(({ methods }) => Object.keys(methods)))].map((name) => name.toUpperCase()).sort();
}
