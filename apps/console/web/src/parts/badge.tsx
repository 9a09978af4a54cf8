import type { ReactNode } from 'react';
import type { Tone } from './notice.js';

export function Badge({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className="badge" data-tone={tone}>
      {children}
    </span>
  );
}

/** A service by its name and colour. */
export function ServiceName({ name }: { readonly name: string }) {
  return (
    <span className="service" data-service={name}>
      {name}
    </span>
  );
}
