import { useEffect, useRef, type ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly about?: ReactNode;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A page under its heading. The heading gets the focus when the page comes, so that readers and keys begin there. */
export function Page({ title, about, tools, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – Ride console`;
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <div className="page">
      <div className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {about !== undefined && <p className="muted">{about}</p>}
        {tools !== undefined && <div className="tools">{tools}</div>}
      </div>
      {children}
    </div>
  );
}
