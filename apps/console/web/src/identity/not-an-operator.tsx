import { Notice } from '../parts/notice.js';
import type { Role } from './role.js';
import { useIdentity } from './session.js';

export function NotAnOperator({ roles }: { readonly roles: readonly Role[] }) {
  const { provider } = useIdentity();
  return (
    <main className="alone">
      <Notice tone="warn" title="This page is for operators">
        <p>
          You are signed in, but your token{' '}
          {roles.length === 0 ? 'names no role of Ride' : `says ${roles.join(' and ')}`}. Ask whoever runs your identity
          provider for the role operator, or sign in as somebody else.
        </p>
        <button onClick={() => void provider.removeUser()}>Sign in as somebody else</button>
      </Notice>
    </main>
  );
}
