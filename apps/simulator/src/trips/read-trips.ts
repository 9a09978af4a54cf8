import { createReadStream } from 'node:fs';
import { CsvError, parse, type Info } from 'csv-parse';
import { SimulatorError } from '../simulator-error.js';
import { COLUMNS, MalformedValue, tripOf, type Row } from './columns.js';
import type { Trip } from './trip.js';

interface Record {
  readonly record: Row;
  readonly info: Info;
}

/**
 * The first `limit` of every `every`-th trip of a file, by pickup time; reads no further than it must. Throws SimulatorError:
 * trips_unreadable, trips_header (columns are missing), trips_malformed (names line and column), trips_empty.
 */
export async function readTrips(file: string, limit: number, every = 1): Promise<readonly Trip[]> {
  const source = createReadStream(file);
  const rows = parse({ bom: true, columns: (header: string[]) => checked(file, header), info: true, trim: true });
  source.once('error', (error) => rows.destroy(error));
  source.pipe(rows);
  const trips: Trip[] = [];
  try {
    let read = 0;
    for await (const { record, info } of rows as AsyncIterable<Record>) {
      if (read++ % every === 0) trips.push(tripAt(file, info.lines, record));
      if (trips.length === limit) break;
    }
  } catch (error) {
    throw explained(file, error);
  } finally {
    source.destroy();
  }
  if (trips.length === 0)
    throw new SimulatorError('trips_empty', `${file} has no trips: it needs rows below its header.`);
  return trips.sort((a, b) => a.pickupAt - b.pickupAt);
}

function checked(file: string, header: readonly string[]): string[] {
  const missing = COLUMNS.filter((column) => !header.includes(column));
  if (missing.length === 0) return [...header];
  throw new SimulatorError(
    'trips_header',
    `${file}: line 1 lacks ${missing.join(', ')}; the columns are named in the first line.`,
  );
}

function tripAt(file: string, line: number, row: Row): Trip {
  try {
    return tripOf(row);
  } catch (error) {
    if (!(error instanceof MalformedValue)) throw error;
    throw new SimulatorError('trips_malformed', `${file}: line ${line}, column ${error.column} ${error.message}.`, {
      cause: error,
    });
  }
}

function explained(file: string, error: unknown): unknown {
  if (error instanceof SimulatorError) return error;
  if (error instanceof CsvError) {
    const at = typeof error['lines'] === 'number' ? `line ${error['lines']}` : 'the beginning';
    return new SimulatorError('trips_malformed', `${file}: ${at} is no row of CSV: ${error.message}.`, {
      cause: error,
    });
  }
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return new SimulatorError('trips_unreadable', `${file} can't be read (${code}): give a CSV file as --trips.`, {
    cause: error,
  });
}
