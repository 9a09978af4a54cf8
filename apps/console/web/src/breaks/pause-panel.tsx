import type { FormEvent } from 'react';
import { Panel } from '../parts/panel.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import type { Broken } from './breaks-api.js';
import { ServiceChoice, useChosen } from './service-choice.js';
import { useBreaking } from './use-breaks.js';

export function PausePanel({ known }: { readonly known: readonly Broken[] }) {
  const [chosen, choose] = useChosen(known);
  const { mutate, isPending, error } = useBreaking(chosen.service);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('subscription') ?? '');
    mutate({ method: 'PUT', path: `/paused/${encodeURIComponent(name)}` });
  };
  return (
    <Panel title="A consumer">
      <form className="panel-body stack" onSubmit={submit}>
        <ServiceChoice known={known} chosen={chosen} onChoose={choose} />
        <label className="field">
          <span>Subscription</span>
          <select name="subscription">
            {chosen.list.subscriptions.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        {error !== null && <ProblemNotice title="It was not paused" error={error} />}
        <button className="danger" disabled={isPending}>
          Pause it
        </button>
      </form>
    </Panel>
  );
}
