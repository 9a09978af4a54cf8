import type { FormEvent } from 'react';
import { Badge } from '../parts/badge.js';
import { Loaded } from '../parts/loaded.js';
import { Panel } from '../parts/panel.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { When } from '../parts/when.js';
import { useFaults } from './use-breaks.js';

export function BrokerPanel() {
  const { faults, breaking } = useFaults();
  const { mutate, isPending, error } = breaking;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    mutate({ method: 'POST', body: { seconds: Number(form.get('seconds')), how: form.get('how') } });
  };
  return (
    <Panel title="The broker">
      <form className="panel-body stack" onSubmit={submit}>
        <Loaded query={faults} what="The broker’s state">
          {({ broker: { state, until } }) => (
            <div className="row">
              <Badge tone={state === 'up' ? 'good' : 'bad'}>{state}</Badge>
              {until !== null && (
                <>
                  <span>
                    until <When at={until} clock /> UTC
                  </span>
                  <button type="button" onClick={() => mutate({ method: 'DELETE' })}>
                    End it now
                  </button>
                </>
              )}
            </div>
          )}
        </Loaded>
        <div className="fields">
          <label className="field">
            <span>What happens</span>
            <select name="how">
              <option value="stop">it stops</option>
              <option value="freeze">it freezes: connected, but silent</option>
            </select>
          </label>
          <label className="field">
            <span>Seconds</span>
            <input name="seconds" type="number" min={1} max={600} defaultValue={20} required />
          </label>
        </div>
        {error !== null && <ProblemNotice title="The broker goes on" error={error} />}
        <button className="danger" disabled={isPending}>
          Take it away
        </button>
      </form>
    </Panel>
  );
}
