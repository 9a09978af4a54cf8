import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import type { Resource } from './resource.js';

interface Kustomization {
  readonly resources?: readonly string[];
  readonly namespace?: string;
  readonly patches?: readonly { readonly path: string }[];
  readonly images?: readonly { readonly name: string; readonly newName: string; readonly newTag: string }[];
  readonly replicas?: readonly { readonly name: string; readonly count: number }[];
}
const KNOWN = ['apiVersion', 'kind', 'resources', 'namespace', 'patches', 'images', 'replicas'];

/**
 * What `kubectl kustomize` makes of a folder, as far as ours need it: resources, namespace, images, replicas, and patches of
 * maps only (a list in a patch takes the list's place). Throws for what it does not know.
 */
export function rendered(folder: string): readonly Resource[] {
  const said = parse(readFileSync(join(folder, 'kustomization.yaml'), 'utf8')) as Kustomization;
  const unknown = Object.keys(said).filter((name) => !KNOWN.includes(name));
  if (unknown.length > 0)
    throw new Error(`${folder}: the check does not know ${unknown.join(', ')} of a kustomization`);
  const patches = (said.patches ?? []).flatMap(({ path }) => resourcesIn(join(folder, path)));
  return (said.resources ?? [])
    .flatMap((path) => {
      const at = join(folder, path);
      return statSync(at).isDirectory() ? rendered(at) : resourcesIn(at);
    })
    .map((resource) => {
      const mine = patches.filter((patch) => isSame(patch, resource));
      return mine.reduce((patched, patch) => merged(patched, patch) as Resource, resource);
    })
    .map((resource) => withImages(resource, said.images ?? []) as Resource)
    .map((resource) => withReplicas(resource, said.replicas ?? []))
    .map((resource) => inNamespace(resource, said.namespace));
}

function resourcesIn(file: string): readonly Resource[] {
  return parseAllDocuments(readFileSync(file, 'utf8')).map((document) => document.toJS() as Resource);
}

function isSame(one: Resource, other: Resource): boolean {
  return one.kind === other.kind && one.metadata.name === other.metadata.name;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function merged(one: unknown, other: unknown): unknown {
  if (!isMap(one) || !isMap(other)) return other;
  const both = Object.entries(other).map(([name, value]) => [name, name in one ? merged(one[name], value) : value]);
  return { ...one, ...(Object.fromEntries(both) as object) };
}

function withImages(value: unknown, images: NonNullable<Kustomization['images']>): unknown {
  if (Array.isArray(value)) return value.map((each) => withImages(each, images));
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const image = name === 'image' ? images.find((each) => each.name === inner) : undefined;
      return [name, image ? `${image.newName}:${image.newTag}` : withImages(inner, images)];
    }),
  );
}

function withReplicas(resource: Resource, replicas: NonNullable<Kustomization['replicas']>): Resource {
  const wish = replicas.find(({ name }) => resource.kind === 'Deployment' && resource.metadata.name === name);
  return wish ? (merged(resource, { spec: { replicas: wish.count } }) as Resource) : resource;
}

function inNamespace(resource: Resource, namespace: string | undefined): Resource {
  if (namespace === undefined || resource.kind === 'Namespace') return resource;
  return merged(resource, { metadata: { namespace } }) as Resource;
}
