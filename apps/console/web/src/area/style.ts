import type { StyleSpecification } from 'maplibre-gl';

const EMPTY = { type: 'FeatureCollection' as const, features: [] };
export const SOURCES = ['ground', 'area', 'searches', 'drivers'] as const;

/** A style without tiles, fonts or pictures: nothing is fetched. Colours are those of the page's style sheet, as it is now. */
export function styleOf(element: HTMLElement): StyleSpecification {
  const colour = (name: string): string => {
    const probe = element.appendChild(document.createElement('span'));
    probe.style.color = `var(--${name})`;
    const value = getComputedStyle(probe).color;
    probe.remove();
    return value;
  };
  const source = { type: 'geojson' as const, data: EMPTY };
  return {
    version: 8,
    sources: Object.fromEntries(SOURCES.map((name) => [name, source])),
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colour('sunken') } },
      { id: 'area', type: 'fill', source: 'area', paint: { 'fill-color': colour('surface') } },
      { id: 'ground', type: 'line', source: 'ground', paint: { 'line-color': colour('line'), 'line-width': 1 } },
      { id: 'edge', type: 'line', source: 'area', paint: { 'line-color': colour('line-strong'), 'line-width': 1.5 } },
      {
        id: 'radius',
        type: 'fill',
        source: 'searches',
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': colour('matching'), 'fill-opacity': 0.1 },
      },
      {
        id: 'radius-edge',
        type: 'line',
        source: 'searches',
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'line-color': colour('matching'), 'line-width': 1.2, 'line-dasharray': [3, 2] },
      },
      {
        id: 'drivers',
        type: 'circle',
        source: 'drivers',
        paint: {
          'circle-radius': 5,
          'circle-color': [
            'match',
            ['get', 'state'],
            'free',
            colour('good'),
            'offered',
            colour('warn'),
            'booked',
            colour('booking'),
            colour('muted'),
          ],
          'circle-stroke-color': colour('surface'),
          'circle-stroke-width': 1.5,
        },
      },
      {
        id: 'pickups',
        type: 'circle',
        source: 'searches',
        filter: ['==', ['geometry-type'], 'Point'],
        paint: {
          'circle-radius': 6,
          'circle-color': colour('matching'),
          'circle-stroke-color': colour('surface'),
          'circle-stroke-width': 2,
        },
      },
    ],
  };
}
