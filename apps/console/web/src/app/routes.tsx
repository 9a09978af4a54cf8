import { createBrowserRouter, Outlet } from 'react-router';
import { IdentityProvider } from '../identity/session.js';
import { SignInGate } from '../identity/sign-in-gate.js';
import { SignedIn } from '../identity/signed-in.js';
import { Overview } from '../overview/overview.js';
import { Broken } from './broken.js';
import { NotFound } from './not-found.js';
import { Waiting } from '../parts/waiting.js';
import { Shell } from './shell.js';

function WithIdentity() {
  return (
    <IdentityProvider>
      <Outlet />
    </IdentityProvider>
  );
}

/** Everything but the overview comes when it is asked for. */
const pages = [
  { path: '/find', lazy: async () => ({ Component: (await import('../find/find.js')).Find }) },
  { path: '/journey/:id', lazy: async () => ({ Component: (await import('../journey/journey.js')).Journey }) },
  { path: '/failed', lazy: async () => ({ Component: (await import('../failed/failed.js')).Failed }) },
  { path: '/failed/repairs', lazy: async () => ({ Component: (await import('../failed/repairs.js')).Repairs }) },
  {
    path: '/failed/:service/letters',
    lazy: async () => ({ Component: (await import('../failed/letters.js')).Letters }),
  },
  {
    path: '/failed/:service/repairs/:id',
    lazy: async () => ({ Component: (await import('../failed/repair-page.js')).RepairPage }),
  },
  { path: '/facts/:name?', lazy: async () => ({ Component: (await import('../facts/facts.js')).Facts }) },
  { path: '/area', lazy: async () => ({ Component: (await import('../area/area.js')).Area }) },
  { path: '/break', lazy: async () => ({ Component: (await import('../breaks/break-page.js')).BreakPage }) },
  { path: '/failed/:service/:id', lazy: async () => ({ Component: (await import('../failed/letter.js')).Letter }) },
];

/** The server knows the same paths: see apps/console/src/page. */
export const router = createBrowserRouter([
  {
    Component: WithIdentity,
    errorElement: <Broken />,
    HydrateFallback: Waiting,
    children: [
      { path: '/signed-in', Component: SignedIn },
      {
        Component: SignInGate,
        children: [
          {
            Component: Shell,
            children: [{ index: true, Component: Overview }, ...pages, { path: '*', Component: NotFound }],
          },
        ],
      },
    ],
  },
]);
