import { Link } from 'react-router';
import { ServiceName } from '../parts/badge.js';
import { numberText } from '../parts/format.js';
import { When } from '../parts/when.js';
import type { Status } from './filter.js';
import { filterOf, firstLine, type Group } from './groups.js';

export function GroupsTable({ groups, status }: { readonly groups: readonly Group[]; readonly status: Status }) {
  return (
    <div className="scroll">
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">Fact and error</th>
            <th scope="col">Service</th>
            <th scope="col">Handler</th>
            <th scope="col">Code</th>
            <th scope="col" className="number">
              Facts
            </th>
            <th scope="col" className="number">
              Keys
            </th>
            <th scope="col">Last (UTC)</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((each) => (
            <Row key={`${each.service} ${Object.values(filterOf(each.group)).join(' ')}`} {...each} status={status} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ service, group, status }: Group & { readonly status: Status }) {
  const { fact, handler, subscription, code, count, keys, last, error } = group;
  const to = new URLSearchParams({ ...filterOf(group), ...(status !== 'dead' && { status }) });
  return (
    <tr>
      <th scope="row" className="group-name">
        <Link to={`/failed/${service}/letters?${to}`}>{fact || 'A record that names no fact'}</Link>
        <span className="error">{firstLine(error)}</span>
      </th>
      <td>
        <ServiceName name={service} />
      </td>
      <td className="mono wide">{handler || subscription}</td>
      <td>
        <code>{code}</code>
      </td>
      <td className="number" data-label="facts">
        {numberText(count)}
      </td>
      <td className="number" data-label="keys">
        {numberText(keys)}
      </td>
      <td>
        <When at={last} />
      </td>
    </tr>
  );
}
