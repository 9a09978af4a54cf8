import { Link } from 'react-router';
import { ServiceName } from '../parts/badge.js';
import type { Fact } from './catalogue.js';

export function FactsTable({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <div className="scroll">
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">Fact</th>
            <th scope="col">Topic</th>
            <th scope="col">Said by</th>
            <th scope="col">Heard by</th>
          </tr>
        </thead>
        <tbody>
          {facts.map(({ name, topic, summary, says, hears }) => (
            <tr key={`${topic} ${name}`}>
              <th scope="row">
                <Link to={`/facts/${name}`}>{name}</Link> <span className="hint fact-summary">{summary}</span>
              </th>
              <td className="wide">{topic}</td>
              <td data-label="said by">
                <Services names={says} />
              </td>
              <td data-label="heard by">
                <Services names={[...new Set(hears.map(({ service }) => service))]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Services({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return <span className="muted">nobody</span>;
  return (
    <span className="row">
      {names.map((name) => (
        <ServiceName key={name} name={name} />
      ))}
    </span>
  );
}
