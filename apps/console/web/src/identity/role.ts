const ROLES = ['rider', 'driver', 'operator'] as const;
export type Role = (typeof ROLES)[number];

/**
 * The claims of a JWT, not verified: the services do that. Undefined when it is none (a provider may give tokens that only it
 * can read).
 */
export function claimsOf(token: string): Record<string, unknown> | undefined {
  try {
    const payload = token.split('.')[1] ?? '';
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isObject(claims) ? claims : undefined;
  } catch {
    return undefined;
  }
}

/** Those of our roles that stand at the path (names joined by dots, or a name that has dots itself). */
export function rolesAt(claims: Record<string, unknown>, path: string): readonly Role[] {
  const found =
    path in claims
      ? claims[path]
      : path.split('.').reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), claims);
  const texts: readonly unknown[] = Array.isArray(found) ? found : [found];
  return ROLES.filter((role) => texts.includes(role));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
