import type { ServiceSeen } from '../api/overview.js';
import { Badge, ServiceName } from '../parts/badge.js';
import { durationText, numberText } from '../parts/format.js';
import type { Tone } from '../parts/notice.js';
import { Panel } from '../parts/panel.js';
import { Instances } from './instances.js';

const TONES: Readonly<Record<ServiceSeen['state'], Tone>> = { ready: 'good', troubled: 'bad', silent: 'bad' };

export function ServicesTable({ services }: { readonly services: readonly ServiceSeen[] }) {
  return (
    <Panel title="Services">
      <div className="scroll">
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">Service</th>
              <th scope="col">State</th>
              <th scope="col">Instances</th>
              <th scope="col" className="number">
                Outbox
              </th>
              <th scope="col" className="number">
                Tried again
              </th>
              <th scope="col" className="number">
                Failed
              </th>
            </tr>
          </thead>
          <tbody>
            {services.map((service) => (
              <Row key={service.name} {...service} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function Row({ name, state, instances, outbox, failed }: ServiceSeen) {
  const { waiting, oldestSeconds } = outbox;
  return (
    <tr>
      <th scope="row">
        <ServiceName name={name} />
      </th>
      <td>
        <Badge tone={TONES[state]}>{state}</Badge>
      </td>
      <td className="wide">
        <Instances instances={instances} />
      </td>
      <td className="number" data-label="outbox">
        {waiting === 0 ? '0' : `${numberText(waiting)} (${durationText(oldestSeconds ?? 0)})`}
      </td>
      <td className="number" data-label="tried again">
        {numberText(failed.waiting)}
      </td>
      <td className="number" data-label="failed">
        {numberText(failed.dead)}
      </td>
    </tr>
  );
}
