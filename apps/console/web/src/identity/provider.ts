import { UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { Config } from '../app/config.js';

export const SIGNED_IN_PATH = '/signed-in';

/** The code flow with PKCE. Tokens live as long as the tab: in its session storage, nowhere else. */
export function providerOf({ issuer, clientId, audience }: Config): UserManager {
  const here = window.location.origin;
  return new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: here + SIGNED_IN_PATH,
    post_logout_redirect_uri: here,
    response_type: 'code',
    scope: 'openid',
    extraQueryParams: { audience },
    userStore: new WebStorageStateStore({ store: window.sessionStorage }),
    stateStore: new WebStorageStateStore({ store: window.sessionStorage }),
    // When a token ends, the provider is asked again: who is still signed in there comes back at once.
    automaticSilentRenew: false,
    monitorSession: false,
  });
}
