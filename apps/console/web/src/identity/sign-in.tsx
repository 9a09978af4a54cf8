import { useMutation } from '@tanstack/react-query';
import { useConfig } from '../app/config-gate.js';
import { Brand } from '../parts/brand.js';
import { Notice } from '../parts/notice.js';
import { useIdentity } from './session.js';

/** `to`: where in the page to go afterwards. */
export function SignIn({ to }: { readonly to: string }) {
  const { provider } = useIdentity();
  const { issuer } = useConfig();
  const { mutate, isPending, error } = useMutation({ mutationFn: () => provider.signinRedirect({ state: to }) });
  return (
    <main className="alone">
      <div className="card sign-in">
        <Brand />
        <h1>Operators’ console</h1>
        <p>See any ride whole, see what failed, and repair it.</p>
        <button className="primary" disabled={isPending} onClick={() => mutate()} autoFocus>
          Sign in
        </button>
        <p className="hint">
          You sign in at <span className="mono">{issuer}</span>; your token needs the role operator.
        </p>
        {error !== null && (
          <Notice tone="bad" title="Who signs people in can’t be reached">
            <p>
              {issuer} does not answer as an OpenID provider does ({error.message}). Is it running, and does it let this
              page’s origin ({window.location.origin}) read its configuration?
            </p>
          </Notice>
        )}
      </div>
    </main>
  );
}
