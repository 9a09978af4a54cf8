import type { SubscriptionSeen } from '../api/overview.js';
import { count, lagText, numberText } from '../parts/format.js';

export function Partitions({ partitions, members, group }: SubscriptionSeen) {
  return (
    <details>
      <summary>
        {partitions.length}, {count(members, 'member')}
      </summary>
      <table className="inset">
        <caption className="away">Partitions of {group}</caption>
        <thead>
          <tr>
            <th scope="col">Partition</th>
            <th scope="col" className="number">
              Behind
            </th>
            <th scope="col" className="number">
              Lag
            </th>
          </tr>
        </thead>
        <tbody>
          {partitions.map(({ topic, partition, lagRecords, lagSeconds }) => (
            <tr key={`${topic} ${partition}`}>
              <th scope="row">
                {topic}/{partition}
              </th>
              <td className="number">{numberText(lagRecords)}</td>
              <td className="number">{lagText(lagSeconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
