import type { Role } from '../issuer.js';
import type { ServiceUnderTest } from '../service-under-test.js';

/** Somebody with things in the service. */
export interface Person {
  readonly role: Role;
  readonly sub: string;
}

/** Who calls a route, one after the other: the owner last, since what they do may change what is theirs. */
export const CALLERS = [
  'nobody',
  'the owner, whose token has expired',
  'the owner, with a token for another audience',
  'another rider',
  'another driver',
  'an operator',
  'the owner',
] as const;
export type Caller = (typeof CALLERS)[number];

export function tokenOf(caller: Caller, service: ServiceUnderTest, { role, sub }: Person): Promise<string | undefined> {
  switch (caller) {
    case 'nobody':
      return Promise.resolve(undefined);
    case 'the owner, whose token has expired':
      return service.issuer.token(role, sub, { expires: '-1m' });
    case 'the owner, with a token for another audience':
      return service.issuer.token(role, sub, { audience: 'elsewhere' });
    case 'another rider':
      return service.token('rider');
    case 'another driver':
      return service.token('driver');
    case 'an operator':
      return service.token('operator');
    case 'the owner':
      return service.token(role, sub);
  }
}

/** The role that a valid token of theirs has; undefined: it has none. */
export function roleOf(caller: Caller, owner: Person): Role | undefined {
  switch (caller) {
    case 'nobody':
    case 'the owner, whose token has expired':
    case 'the owner, with a token for another audience':
      return undefined;
    case 'another rider':
      return 'rider';
    case 'another driver':
      return 'driver';
    case 'an operator':
      return 'operator';
    case 'the owner':
      return owner.role;
  }
}
