import { Link } from 'react-router';
import type { Overview } from '../api/overview.js';
import { Notice } from '../parts/notice.js';
import { attentionOf } from './attention.js';

/** What needs somebody. Said politely: a reader is not interrupted each second. */
export function AttentionList({ overview }: { readonly overview: Overview }) {
  const found = attentionOf(overview);
  return (
    <section aria-label="What needs you" aria-live="polite">
      {found.length === 0 ? (
        <Notice tone="good" title="All is well">
          <p className="hint">Every service reports, nothing is late, nothing has failed.</p>
        </Notice>
      ) : (
        <ul className="stack tight">
          {found.map(({ key, tone, title, todo, to }) => (
            <li key={key} className="notice" data-tone={tone}>
              <strong>{title}</strong>
              <p>
                {todo} {to !== undefined && <Link to={to}>Go there</Link>}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
