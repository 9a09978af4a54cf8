import type { ReactNode } from 'react';

/** Nothing to show, which is told apart from not knowing. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <strong>{title}</strong>
      {children}
    </div>
  );
}
