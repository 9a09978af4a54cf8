import { useRouteError } from 'react-router';
import { Notice } from '../parts/notice.js';

/** A fault of the page itself. */
export function Broken() {
  const error = useRouteError();
  return (
    <main className="alone">
      <Notice tone="bad" title="This page broke">
        <p>That is a fault of the console. Reload it; if it breaks again, report what it says:</p>
        <code>{error instanceof Error ? error.message : String(error)}</code>
        <a href="/">To the overview</a>
      </Notice>
    </main>
  );
}
