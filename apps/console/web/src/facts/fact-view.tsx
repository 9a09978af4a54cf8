import { Link } from 'react-router';
import { Data } from '../parts/data.js';
import { ServiceName } from '../parts/badge.js';
import { Page } from '../parts/page.js';
import { Panel } from '../parts/panel.js';
import { fieldsOf } from './avro.js';
import type { Fact } from './catalogue.js';
import { Services } from './facts-table.js';

export function FactView({ fact }: { readonly fact: Fact }) {
  const { name, summary, topic, says, hears, schema, example } = fact;
  return (
    <Page
      title={name}
      about={summary}
      tools={
        <Link className="button" to={`/facts?topic=${topic}`}>
          {topic}
        </Link>
      }
    >
      <div className="columns">
        <Panel title="Said by">
          <div className="panel-body">
            <Services names={says} />
          </div>
        </Panel>
        <Panel title="Heard by">
          <ul className="panel-body stack tight">
            {hears.length === 0 && <li className="muted">nobody</li>}
            {hears.map(({ service, group, handler }) => (
              <li key={group} className="row">
                <ServiceName name={service} /> <span className="mono muted">{handler ?? group}</span>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
      <div className="columns">
        <Panel title="Schema" hint="Avro">
          <div className="scroll">
            <table>
              <thead>
                <tr>
                  <th scope="col">Field</th>
                  <th scope="col">Type</th>
                </tr>
              </thead>
              <tbody>
                {fieldsOf(schema).map(({ path, type, isOptional }) => (
                  <tr key={path}>
                    <th scope="row" className="mono">
                      {path}
                      {isOptional && <span className="muted"> optional</span>}
                    </th>
                    <td>{type}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Panel>
        {example !== undefined && (
          <Panel title="Example">
            <Data value={example} label="Example" />
          </Panel>
        )}
      </div>
    </Page>
  );
}
