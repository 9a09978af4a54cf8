import { Notice } from '../parts/notice.js';
import type { PlanText } from './plan-text.js';

export function PlanView({ words, isPending }: { readonly words: PlanText | undefined; readonly isPending: boolean }) {
  if (words === undefined) return isPending ? <p role="status">Looking what would happen …</p> : null;
  return (
    <div className="stack" aria-live="polite" aria-busy={isPending}>
      <div>
        <h3>Dry run: {words.total}</h3>
        <ul className="ways">
          {words.ways.map((way) => (
            <li key={way}>{way}</li>
          ))}
        </ul>
      </div>
      {words.warnings.map((warning) => (
        <Notice key={warning} tone="warn" title={warning} />
      ))}
    </div>
  );
}
