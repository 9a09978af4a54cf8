import { Outlet, useLocation } from 'react-router';
import { NotAnOperator } from './not-an-operator.js';
import { useIdentity } from './session.js';
import { SignIn } from './sign-in.js';

/** Lets operators through, and tells the others what to do. */
export function SignInGate() {
  const { session } = useIdentity();
  const { pathname, search } = useLocation();
  if (session === undefined) return null;
  if (session === null) return <SignIn to={pathname + search} />;
  if (session.roles !== undefined && !session.roles.includes('operator'))
    return <NotAnOperator roles={session.roles} />;
  return <Outlet />;
}
