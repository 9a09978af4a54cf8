import { QueryClient } from '@tanstack/react-query';
import { RideProblem } from '@ride/client';

/** A refusal stays one however often it is asked; what can't be reached is asked for again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => !(error instanceof RideProblem && error.status < 500) && failures < 2,
      retryDelay: 500,
      staleTime: 500,
      refetchOnWindowFocus: false,
      // Whether it can be reached is what the page is to say, not to guess.
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
