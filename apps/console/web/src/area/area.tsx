import { useSearchParams } from 'react-router';
import type { AreaMap, Areas } from '../api/map.js';
import { useConsole } from '../api/use-console.js';
import { Empty } from '../parts/empty.js';
import { Loaded } from '../parts/loaded.js';
import { Page } from '../parts/page.js';
import { Panel } from '../parts/panel.js';
import { DriversList, SearchesList } from './lists.js';
import { Legend } from './legend.js';
import { MapView } from './map-view.js';
import './area.css';

const LIVE_MS = 1_000;

/** A service area as it is now: where drivers are, and who looks for one. */
export function Area() {
  const areas = useConsole<Areas>('/areas');
  const [asked, setAsked] = useSearchParams();
  const names = areas.data?.areas.map(({ name }) => name) ?? [];
  const chosen = asked.get('area') ?? names[0];
  return (
    <Page
      title="Map"
      about="drivers and open searches of a service area"
      tools={
        names.length > 1 && (
          <label className="row">
            Area
            <select
              className="area-choice"
              value={chosen}
              onChange={({ target }) => setAsked({ area: target.value }, { replace: true })}
            >
              {names.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        )
      }
    >
      <Loaded query={areas} what="The areas">
        {() =>
          chosen === undefined ? <Empty title="There is no service area" /> : <Shown key={chosen} area={chosen} />
        }
      </Loaded>
    </Page>
  );
}

function Shown({ area }: { readonly area: string }) {
  const query = useConsole<AreaMap>(`/map?area=${encodeURIComponent(area)}`, { every: LIVE_MS });
  return (
    <Loaded query={query} what="The map">
      {(map) => (
        <div className="area">
          <Panel title={area} hint={<Legend map={map} />}>
            <MapView map={map} />
          </Panel>
          <div className="stack">
            <SearchesList searches={map.searches} />
            <DriversList drivers={map.drivers} />
          </div>
        </div>
      )}
    </Loaded>
  );
}
