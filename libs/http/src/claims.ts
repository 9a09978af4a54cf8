import { v5 } from 'uuid';
import { z } from 'zod';

const ROLES = ['rider', 'driver', 'operator'] as const;
export type Role = (typeof ROLES)[number];

/** Who a token speaks for: `sub` is the person, a UUID. */
export interface Identity {
  readonly sub: string;
  readonly role: Role;
  /** UTC milliseconds. */
  readonly expiresAt: number;
}

const isUuid = (text: string) => z.uuid().safeParse(text).success;

/**
 * The person: `sub` when it is a UUID, else the UUIDv5 that follows from issuer and `sub`, always the same one. Providers
 * call people what they like; facts and rows know UUIDs.
 */
export function personOf(issuer: string, sub: string): string {
  return isUuid(sub) ? sub.toLowerCase() : v5(`${issuer} ${sub}`, v5.URL);
}

/**
 * The one role of ours that stands at the path (names joined by dots), alone or in a list among others; undefined when there
 * is none, or more than one: whoever drives and rides has a token for each.
 */
export function roleAt(claims: object, path: string): Role | undefined {
  const [role, ...others] = ROLES.filter((role) => textsAt(claims, path).includes(role));
  return others.length === 0 ? role : undefined;
}

/** A claim's name may itself have dots, such as that of a namespace: https://ride.example/role. */
function textsAt(claims: object, path: string): readonly unknown[] {
  const found: unknown =
    path in claims
      ? Reflect.get(claims, path)
      : path.split('.').reduce<unknown>((at, name) => (isObject(at) ? Reflect.get(at, name) : undefined), claims);
  return Array.isArray(found) ? found : [found];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
