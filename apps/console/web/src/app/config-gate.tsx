import { useQuery } from '@tanstack/react-query';
import { createContext, use, type ReactNode } from 'react';
import { Notice } from '../parts/notice.js';
import { readConfig, type Config } from './config.js';

const Known = createContext<Config | undefined>(undefined);

export function useConfig(): Config {
  const config = use(Known);
  if (config === undefined) throw new Error('useConfig stands inside ConfigGate');
  return config;
}

/** Nothing can be shown before it is known where the services are. */
export function ConfigGate({ children }: { readonly children: ReactNode }) {
  const { data, error, refetch } = useQuery({ queryKey: ['config'], queryFn: readConfig, staleTime: Infinity });
  if (data !== undefined) return <Known value={data}>{children}</Known>;
  if (error === null) return null;
  return (
    <main className="alone">
      <Notice tone="bad" title="The console’s server does not answer">
        <p>Is it running? On this machine: npm start. {error.message}</p>
        <button onClick={() => void refetch()}>Try again</button>
      </Notice>
    </main>
  );
}
