import type { FormEvent } from 'react';
import { Panel } from '../parts/panel.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import type { Broken } from './breaks-api.js';
import { ServiceChoice, useChosen } from './service-choice.js';
import { useBreaking } from './use-breaks.js';

/** A record that nobody can decode; whoever hears the topic gets a dead letter. */
export function PoisonPanel({ known }: { readonly known: readonly Broken[] }) {
  const [chosen, choose] = useChosen(known);
  const { mutate, isPending, isSuccess, error } = useBreaking(chosen.service);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const key = String(form.get('key') ?? '').trim();
    mutate({ method: 'POST', path: '/poison', body: { topic: form.get('topic'), ...(key !== '' && { key }) } });
  };
  return (
    <Panel title="A poison record">
      <form className="panel-body stack" onSubmit={submit}>
        <ServiceChoice known={known} chosen={chosen} onChoose={choose} />
        <label className="field">
          <span>Topic</span>
          <select name="topic">
            {chosen.list.topics.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>Key, whose facts then wait behind it (nobody’s)</span>
          <input name="key" placeholder="a ride’s id" />
        </label>
        {error !== null && <ProblemNotice title="It was not sent" error={error} />}
        {isSuccess && (
          <p role="status" className="hint">
            It is in the log.
          </p>
        )}
        <button className="danger" disabled={isPending}>
          Send it
        </button>
      </form>
    </Panel>
  );
}
