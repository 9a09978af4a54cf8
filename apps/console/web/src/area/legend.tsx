import type { AreaMap } from '../api/map.js';
import { numberText } from '../parts/format.js';

const STATES = ['free', 'offered', 'booked', 'unknown'] as const;

export function Legend({ map: { drivers, searches } }: { readonly map: AreaMap }) {
  return (
    <span className="legend">
      {STATES.map((state) => {
        const n = drivers.filter((driver) => (driver.state ?? 'unknown') === state).length;
        return n === 0 && state === 'unknown' ? null : (
          <span key={state} data-driver={state}>
            {numberText(n)} {state}
          </span>
        );
      })}
      <span data-driver="search">{numberText(searches.length)} searched for</span>
    </span>
  );
}
