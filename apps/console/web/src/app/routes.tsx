import { createBrowserRouter, Outlet } from 'react-router';
import { IdentityProvider } from '../identity/session.js';
import { SignInGate } from '../identity/sign-in-gate.js';
import { SignedIn } from '../identity/signed-in.js';
import { Overview } from '../overview/overview.js';
import { Broken } from './broken.js';
import { NotFound } from './not-found.js';
import { Shell } from './shell.js';

function WithIdentity() {
  return (
    <IdentityProvider>
      <Outlet />
    </IdentityProvider>
  );
}

/** The server knows the same paths: see apps/console/src/page. */
export const router = createBrowserRouter([
  {
    Component: WithIdentity,
    errorElement: <Broken />,
    children: [
      { path: '/signed-in', Component: SignedIn },
      {
        Component: SignInGate,
        children: [
          {
            Component: Shell,
            children: [
              { index: true, Component: Overview, errorElement: <Broken /> },
              { path: '*', Component: NotFound },
            ],
          },
        ],
      },
    ],
  },
]);
