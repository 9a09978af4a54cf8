import type { Resource } from './resource.js';

/** A class of the packages kubernetes-models and @kubernetes-models/keda: a kind whose objects can be checked. */
interface Kind {
  readonly prototype: { validate(this: unknown): void };
}
interface Wrong extends Error {
  readonly errors?: readonly { readonly instancePath: string; readonly message?: string }[];
}

/** What the schema of its kind has against it; and what that does not know, since Kubernetes drops it without a word. */
export async function complaintsAbout(resource: Resource): Promise<readonly string[]> {
  const { apiVersion, kind, metadata } = resource;
  const where = `${kind} ${metadata.name}`;
  const models = apiVersion.startsWith('keda.sh/') ? '@kubernetes-models/keda' : 'kubernetes-models';
  let found: Kind | undefined;
  try {
    found = ((await import(`${models}/${apiVersion}/${kind}`)) as Readonly<Record<string, Kind>>)[kind];
  } catch (error) {
    return [`${where}: nobody knows the schema of ${apiVersion}: ${String(error)}`];
  }
  const seen = new Set(['/apiVersion', '/kind']);
  const wrong: string[] = [];
  try {
    found?.prototype.validate.call(watched(resource, '', seen));
  } catch (error) {
    const { errors = [], message } = error as Wrong;
    wrong.push(...errors.map((each) => `${where}${each.instancePath}: ${each.message ?? message}`));
    if (errors.length === 0) wrong.push(`${where}: ${message}`);
  }
  const unknown = pathsIn(resource, '').filter((path) => !seen.has(path));
  return [...wrong, ...unknown.map((path) => `${where}${path}: unknown`)];
}

/** A check reads the properties that its schema has; what it never reads, the schema does not have. */
function watched(value: unknown, at: string, seen: Set<string>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get: (target, name) => {
      const inner: unknown = Reflect.get(target, name);
      if (typeof name === 'symbol' || typeof inner === 'function') return inner;
      seen.add(`${at}/${name}`);
      return watched(inner, `${at}/${name}`, seen);
    },
  });
}

function pathsIn(value: unknown, at: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [`${at}/${name}`, ...pathsIn(inner, `${at}/${name}`)]);
}
