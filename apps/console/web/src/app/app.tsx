import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router';
import { ConfigGate } from './config-gate.js';
import { queries } from './queries.js';
import { router } from './routes.js';

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <ConfigGate>
        <RouterProvider router={router} />
      </ConfigGate>
    </QueryClientProvider>
  );
}
