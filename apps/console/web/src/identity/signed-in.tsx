import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { Notice } from '../parts/notice.js';
import { useIdentity } from './session.js';

/** Where the provider sends people back to, with a code that is worth a token, once. */
export function SignedIn() {
  const { provider } = useIdentity();
  const navigate = useNavigate();
  const [error, setError] = useState<Error>();
  useEffect(() => {
    exchange(provider, window.location.href).then(
      (to) => void navigate(to, { replace: true }),
      (thrown: unknown) => setError(thrown instanceof Error ? thrown : new Error(String(thrown))),
    );
  }, [provider, navigate]);
  if (error === undefined) return <main className="alone" aria-busy="true" />;
  return (
    <main className="alone">
      <Notice tone="bad" title="Signing in did not work">
        <p>{error.message}</p>
        <a href="/">Try again</a>
      </Notice>
    </main>
  );
}

const exchanged = new Map<string, Promise<string>>();

/** A code holds once, and React may run an effect twice. */
function exchange(provider: ReturnType<typeof useIdentity>['provider'], url: string): Promise<string> {
  const known = exchanged.get(url);
  if (known !== undefined) return known;
  const made = provider.signinRedirectCallback(url).then(({ state }) => {
    // Only a path of this page: what comes back with the code is nobody's address.
    return typeof state === 'string' && /^\/(?!\/)/.test(state) ? state : '/';
  });
  exchanged.set(url, made);
  return made;
}
