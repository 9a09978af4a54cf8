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
        <ul className="card attention">
          {found.map(({ key, tone, title, todo, to }) => (
            <li key={key} data-tone={tone}>
              <strong>{title}</strong>
              <span className="muted">
                {todo} {to !== undefined && <Link to={to}>Go there</Link>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
