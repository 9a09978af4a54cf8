import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { METRICS, type DeclaredMetric } from './metrics.js';

const folder = join(import.meta.dirname, '../../../../infra/compose');
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const alerts = read('prometheus/alerts.yml');
const dashboards = readdirSync(join(folder, 'grafana/dashboards')).map((name) => read(`grafana/dashboards/${name}`));

/** What Prometheus makes of a metric's name: the unit behind it, and of a counter that it counts. */
function inPrometheus(name: string, { kind, unit }: DeclaredMetric): readonly string[] {
  const word = unit === 's' ? '_seconds' : '';
  const base = name.replaceAll('.', '_').replace(new RegExp(`${word}$`), '') + word;
  if (kind === 'counter') return [`${base}_total`];
  return kind === 'gauge' ? [base] : ['bucket', 'sum', 'count'].map((part) => `${base}_${part}`);
}

const declared = Object.entries<DeclaredMetric>(METRICS);
const told = new Map(
  declared.flatMap(([name, metric]) =>
    inPrometheus(name, metric).map((series) => [
      series,
      new Set([...metric.attributes.map((attribute) => attribute.name.replaceAll('.', '_')), 'le', 'job', 'instance']),
    ]),
  ),
);

interface Query {
  readonly text: string;
  readonly series: readonly string[];
  readonly labels: readonly string[];
}

/** The metrics and labels that an expression of Prometheus names. */
function named(text: string): Query {
  const bare = text.replaceAll(/"[^"]*"/g, '');
  const series = [...bare.matchAll(/\b(?:[a-z0-9]+_)+[a-z0-9_]+(?=[{[)\s]|$)/g)].map(([name]) => name);
  const grouped = [...bare.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, names = '']) => names.split(', '));
  const filtered = [...bare.matchAll(/(\w+)=~?/g)].map(([, name = '']) => name);
  const labels = [...grouped, ...filtered];
  return { text, series: series.filter((name) => !labels.includes(name) && !FUNCTIONS.has(name)), labels };
}
const FUNCTIONS = new Set(['histogram_quantile', 'absent_over_time']);

const expressions = [
  ...[...alerts.matchAll(/expr: (?:>\n((?:\s{10,}.*\n)+)|(.*))/g)].map(([, folded, plain]) => folded ?? plain ?? ''),
  ...dashboards.flatMap((text) => [...text.matchAll(/"expr": "((?:[^"\\]|\\.)*)"/g)].map(([, expr]) => expr ?? '')),
].map((text) => named(text.replaceAll('\\"', '"')));

describe('dashboards and alerts', () => {
  it('are found', () => {
    expect(dashboards.length).toBeGreaterThan(1);
    expect(expressions.length).toBeGreaterThan(35);
  });

  it('name metrics that are told', () => {
    const unknown = expressions.flatMap(({ series, text }) =>
      series
        .filter((name) => !told.has(name) && text !== 'up{job="collector"} == 0')
        .map((name) => `${name} in ${text}`),
    );
    expect(unknown).toEqual([]);
    expect(expressions.filter(({ series, text }) => series.length === 0 && !text.startsWith('up{'))).toEqual([]);
    expect(named('max(ride_lag_minutes)').series).toEqual(['ride_lag_minutes']);
  });

  it('group and filter them by what they carry', () => {
    const unknown = expressions.flatMap(({ series, labels, text }) =>
      labels
        .filter((label) => series.some((name) => told.get(name)?.has(label) === false))
        .map((label) => `${label} in ${text}`),
    );
    expect(unknown).toEqual([]);
  });

  it('leave no metric of ours unseen', () => {
    const seen = expressions.flatMap(({ series }) => series).join(' ');
    const own = declared.filter(([name]) => name.startsWith('ride.'));
    expect(own.filter(([name, metric]) => !inPrometheus(name, metric).some((series) => seen.includes(series)))).toEqual(
      [],
    );
  });
});
