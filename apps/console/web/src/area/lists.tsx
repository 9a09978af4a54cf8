import { Link } from 'react-router';
import type { DriverSeen, SearchSeen } from '../api/map.js';
import { Empty } from '../parts/empty.js';
import { count, numberText, shortId } from '../parts/format.js';
import { Panel } from '../parts/panel.js';
import { When } from '../parts/when.js';

/** More rows than anybody reads; the search finds each. */
const MOST = 100;

export function SearchesList({ searches }: { readonly searches: readonly SearchSeen[] }) {
  return (
    <Panel title="Open searches" hint={count(searches.length, 'search', 'searches')}>
      {searches.length === 0 ? (
        <Empty title="Nobody waits for a driver" />
      ) : (
        <div className="scroll list" tabIndex={0} role="region" aria-label="Open searches">
          <table>
            <thead>
              <tr>
                <th scope="col">Ride</th>
                <th scope="col">Since (UTC)</th>
                <th scope="col" className="number">
                  Radius
                </th>
                <th scope="col" className="number">
                  Offers
                </th>
              </tr>
            </thead>
            <tbody>
              {searches.slice(0, MOST).map(({ rideId, openedAt, radiusMetres, offers }) => (
                <tr key={rideId}>
                  <th scope="row" className="mono">
                    <Link to={`/journey/${rideId}`}>{shortId(rideId)}</Link>
                  </th>
                  <td>
                    <When at={openedAt} clock />
                  </td>
                  <td className="number">{numberText(radiusMetres / 1000)} km</td>
                  <td className="number">{offers}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

export function DriversList({ drivers }: { readonly drivers: readonly DriverSeen[] }) {
  return (
    <Panel
      title="Drivers"
      hint={
        drivers.length > MOST ? `the first ${MOST} of ${numberText(drivers.length)}` : count(drivers.length, 'driver')
      }
    >
      {drivers.length === 0 ? (
        <Empty title="No driver has told a place lately" />
      ) : (
        <div className="scroll list" tabIndex={0} role="region" aria-label="Drivers">
          <table>
            <thead>
              <tr>
                <th scope="col">Driver</th>
                <th scope="col">State</th>
                <th scope="col">Place</th>
              </tr>
            </thead>
            <tbody>
              {drivers.slice(0, MOST).map(({ driverId, state, lat, lng }) => (
                <tr key={driverId}>
                  <th scope="row" className="mono">
                    <Link to={`/find?q=${driverId}`}>{shortId(driverId)}</Link>
                  </th>
                  <td>
                    <span data-driver={state ?? 'unknown'}>{state ?? 'unknown'}</span>
                  </td>
                  <td className="number">
                    {lat.toFixed(4)}, {lng.toFixed(4)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
