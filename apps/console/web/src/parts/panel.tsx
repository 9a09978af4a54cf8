import { useId, type ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

export function Panel({ title, hint, children }: Props) {
  const id = useId();
  return (
    <section className="card panel" aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
        {hint !== undefined && <span className="hint">{hint}</span>}
      </div>
      {children}
    </section>
  );
}
