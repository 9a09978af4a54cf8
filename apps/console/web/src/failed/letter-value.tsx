import type { Shapes } from '../api/services.js';
import { Data } from '../parts/data.js';
import { Panel } from '../parts/panel.js';

export function LetterValue({ letter: { value } }: { readonly letter: Shapes['DeadLetter'] }) {
  if ('json' in value)
    return (
      <Panel title="Data">
        <Data value={value.json} />
      </Panel>
    );
  if ('hex' in value)
    return (
      <Panel title="Data" hint="nobody can read it">
        <div className="panel-body stack">
          <p>{value.reason}</p>
          <pre className="data" tabIndex={0} role="region" aria-label="Bytes">
            {value.hex.match(/.{1,32}/g)?.join('\n')}
          </pre>
        </div>
      </Panel>
    );
  return (
    <Panel title="Data">
      <p className="panel-body muted">The record has no value.</p>
    </Panel>
  );
}
