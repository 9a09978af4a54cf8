import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Layout } from '../../src/layout.js';

export interface Simulated {
  readonly exitCode: number | null;
  /** What it printed. */
  readonly output: string;
  /** Its summary as JSON; undefined when it came to none. */
  readonly summary: { readonly rides: Readonly<Record<string, number>>; readonly [more: string]: unknown } | undefined;
}

/** Trips over a mile of Manhattan, one each so many seconds, of one to five minutes. */
export function trips(count: number, everySeconds: number): string {
  const begin = Date.UTC(2013, 2, 1, 8);
  const header = 'request_id,pickup_time,duration_s,distance_m,pickup_lat,pickup_lon,dropoff_lat,dropoff_lon';
  const rows = Array.from({ length: count }, (_, n) => {
    const at = new Date(begin + n * everySeconds * 1000).toISOString().slice(0, 19);
    const [north, east] = [(n * 7) % 12, (n * 5) % 9];
    const pickup = [40.75 + north / 1000, -73.99 + east / 1000];
    const dropoff = [40.75 + ((n * 11) % 12) / 1000, -73.99 + ((n * 4) % 9) / 1000];
    return [n + 1, at, 60 + ((n * 37) % 240), 400 + ((n * 53) % 1500), ...pickup, ...dropoff].join(',');
  });
  return `${[header, ...rows].join('\n')}\n`;
}

interface Run {
  readonly trips: string;
  readonly drivers: number;
  readonly speed: number;
  /** Of mishaps, by the simulator's options. */
  readonly rates?: Readonly<Record<`--${string}`, string>>;
}

/** Runs the simulator, a process of its own as for everybody, against the services of a stack. */
export async function simulate(
  { layout, env }: { readonly layout: Layout; readonly env: NodeJS.ProcessEnv },
  options: Run,
): Promise<Simulated> {
  const { root, dir } = layout;
  const [file, json] = [join(dir, 'trips.csv'), join(dir, 'summary.json')];
  writeFileSync(file, options.trips);
  const args = {
    '--trips': file,
    '--limit': 10_000,
    '--drivers': options.drivers,
    '--speed': options.speed,
    '--json': json,
    ...options.rates,
  };
  const child = spawn(
    process.execPath,
    [join(root, 'apps', 'simulator', 'dist', 'src', 'main.js'), ...Object.entries(args).flat().map(String)],
    { env: { ...env, RIDE_LOCAL_DIR: dir }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (output += piece.toString()));
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { exitCode, output, summary: read(json) };
}

function read(file: string): Simulated['summary'] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Simulated['summary'];
  } catch {
    return undefined;
  }
}
