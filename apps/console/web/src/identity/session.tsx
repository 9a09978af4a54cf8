import type { User, UserManager } from 'oidc-client-ts';
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useConfig } from '../app/config-gate.js';
import { forgetWhatWasSeen, useEnded } from './ended.js';
import { providerOf } from './provider.js';
import { claimsOf, rolesAt, type Role } from './role.js';

/** Who uses the page. */
export interface Session {
  readonly token: string;
  readonly sub: string;
  /** Undefined when the token does not tell us: then the services say whether it is enough. */
  readonly roles: readonly Role[] | undefined;
}
interface Identity {
  readonly provider: UserManager;
  /** Undefined: not yet known; null: nobody. */
  readonly session: Session | null | undefined;
}

const Known = createContext<Identity | undefined>(undefined);

export function useIdentity(): Identity {
  const identity = use(Known);
  if (identity === undefined) throw new Error('useIdentity stands inside IdentityProvider');
  return identity;
}

/** The token of whoever is signed in; the pages below SignInGate have one. */
export function useSession(): Session {
  const { session } = useIdentity();
  if (session === undefined || session === null) throw new Error('useSession stands inside SignInGate');
  return session;
}

export function IdentityProvider({ children }: { readonly children: ReactNode }) {
  const config = useConfig();
  const provider = useMemo(() => providerOf(config), [config]);
  const [user, setUser] = useState<User | null>();
  useEffect(() => {
    const { events } = provider;
    const nobody = () => {
      forgetWhatWasSeen();
      setUser(null);
    };
    const ended = () => void provider.removeUser();
    events.addUserLoaded(setUser);
    events.addUserUnloaded(nobody);
    events.addAccessTokenExpired(ended);
    provider.getUser().then((found) => setUser(found?.expired === true ? null : found), nobody);
    return () => {
      events.removeUserLoaded(setUser);
      events.removeUserUnloaded(nobody);
      events.removeAccessTokenExpired(ended);
    };
  }, [provider]);
  useEnded(useCallback(() => void provider.removeUser(), [provider]));
  const identity = useMemo(
    () => ({ provider, session: user && sessionOf(user, config.roleClaim) }),
    [provider, user, config.roleClaim],
  );
  return <Known value={identity}>{children}</Known>;
}

function sessionOf({ access_token: token, profile }: User, roleClaim: string): Session {
  const claims = claimsOf(token);
  return { token, sub: profile.sub, roles: claims && rolesAt(claims, roleClaim) };
}
