import { Map as MapLibre, NavigationControl, setWorkerUrl, type GeoJSONSource } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { useEffect, useRef, useState } from 'react';
import type { AreaMap } from '../api/map.js';
import { boxOf, collection, driversOf, feature, graticule, searchesOf, type Features } from './geometry.js';
import { styleOf } from './style.js';

// From a file of the page's own: the policy allows no script that is made up as text.
setWorkerUrl(worker);

/** The map itself. What it shows the lists beside it say, too. */
export function MapView({ map }: { readonly map: AreaMap }) {
  const place = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<MapLibre>();
  const [failure, setFailure] = useState<string>();
  const scheme = useScheme();

  useEffect(() => {
    const container = place.current;
    if (container === null) return;
    let made: MapLibre;
    try {
      made = new MapLibre({ container, style: styleOf(container), attributionControl: false, keyboard: false });
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
      return;
    }
    made.addControl(new NavigationControl({ showCompass: false }));
    made.once('load', () => setView(made));
    return () => {
      setView(undefined);
      made.remove();
    };
  }, [scheme]);

  useEffect(() => {
    if (view === undefined) return;
    show(view, 'drivers', driversOf(map));
    show(view, 'searches', searchesOf(map));
  }, [view, map]);

  const { name, polygon } = map.area;
  const outline = JSON.stringify(polygon);
  useEffect(() => {
    const area = JSON.parse(outline) as typeof polygon;
    const box = boxOf(area);
    if (view === undefined || box === undefined) return;
    show(view, 'area', collection([feature(area.type, area.coordinates)]));
    show(view, 'ground', graticule(box));
    view.fitBounds([...box], { padding: 24, animate: false });
  }, [view, outline, name]);

  if (failure !== undefined)
    return <p className="panel-body muted">This browser draws no map (WebGL): {failure}. The lists have everything.</p>;
  return <div className="map" ref={place} data-ready={view !== undefined} />;
}

function show(view: MapLibre, source: string, data: Features): void {
  void view.getSource<GeoJSONSource>(source)?.setData(data as Parameters<GeoJSONSource['setData']>[0]);
}

/** Which theme is shown: the map has its colours from the style sheet when it is made. */
function useScheme(): string {
  const [scheme, setScheme] = useState(schemeNow);
  useEffect(() => {
    const look = (): void => setScheme(schemeNow());
    const chosen = new MutationObserver(look);
    chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    const preferred = window.matchMedia('(prefers-color-scheme: dark)');
    preferred.addEventListener('change', look);
    return () => {
      chosen.disconnect();
      preferred.removeEventListener('change', look);
    };
  }, []);
  return scheme;
}

function schemeNow(): string {
  const preferred = window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  return document.documentElement.dataset['theme'] ?? preferred;
}
