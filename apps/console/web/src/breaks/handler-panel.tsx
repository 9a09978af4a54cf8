import { useState, type FormEvent } from 'react';
import { Panel } from '../parts/panel.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { KIND_NAMES, newBreak, type BreakKind, type Broken } from './breaks-api.js';
import { ServiceChoice, useChosen } from './service-choice.js';
import { useBreaking } from './use-breaks.js';

export function HandlerPanel({ known }: { readonly known: readonly Broken[] }) {
  const [chosen, choose] = useChosen(known);
  const [kind, setKind] = useState<BreakKind>('fail');
  const { mutate, isPending, error } = useBreaking(chosen.service);
  const handlers = [...new Set(chosen.list.handlers.map(({ handler }) => handler))];
  const factsOf = (handler: string): string =>
    chosen.list.handlers.flatMap((each) => (each.handler === handler ? [each.fact] : [])).join(', ');
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    mutate({ method: 'POST', path: '', body: newBreak(new FormData(event.currentTarget)) });
  };
  return (
    <Panel title="A handler">
      <form className="panel-body stack" onSubmit={submit}>
        <ServiceChoice known={known} chosen={chosen} onChoose={choose} />
        <label className="field">
          <span>Handler</span>
          <select name="handler">
            {handlers.map((handler) => (
              <option key={handler} value={handler}>
                {handler} ({factsOf(handler)})
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>What it does</span>
          <select name="kind" value={kind} onChange={({ target }) => setKind(target.value as BreakKind)}>
            {Object.entries(KIND_NAMES).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <div className="fields">
          {kind === 'slow' && (
            <label className="field">
              <span>Milliseconds</span>
              <input name="delayMs" type="number" min={1} max={60_000} defaultValue={1000} />
            </label>
          )}
          <label className="field">
            <span>Times (for ever)</span>
            <input name="times" type="number" min={1} />
          </label>
          <label className="field">
            <span>Only for the key</span>
            <input name="key" placeholder="a ride’s id" />
          </label>
        </div>
        {error !== null && <ProblemNotice title="It was not broken" error={error} />}
        <button className="danger" disabled={isPending}>
          Break it
        </button>
      </form>
    </Panel>
  );
}
