import type { AppName } from '../../infrastructure.js';

/** A Kubernetes object, as its YAML says it. */
export interface Resource {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: Labels; readonly namespace?: string };
  readonly [more: string]: unknown;
}
export type Labels = Readonly<Record<string, string>>;

export const PART_OF: Labels = { 'app.kubernetes.io/part-of': 'ride' };
export const CONFIGURATION = 'ride';
export const SECRETS = 'ride-secrets';
/** The name of the image in the manifests; an overlay says where it is. */
export const IMAGE = 'ride';

/** Labels of what belongs to a service; its pods are chosen by the first. */
export function labelsOf(name: AppName): Labels {
  return { 'app.kubernetes.io/name': name, ...PART_OF };
}
