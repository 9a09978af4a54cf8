import type { Trip } from './trip.js';

export const COLUMNS = [
  'request_id',
  'pickup_time',
  'duration_s',
  'distance_m',
  'pickup_lat',
  'pickup_lon',
  'dropoff_lat',
  'dropoff_lon',
] as const;
export type Column = (typeof COLUMNS)[number];
export type Row = Readonly<Partial<Record<string, string>>>;

/** A value that can't be used. `message` says what is wanted instead. */
export class MalformedValue extends Error {
  constructor(
    readonly column: Column,
    message: string,
  ) {
    super(message);
  }
}

const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})$/;

/** The trip of a row. Throws MalformedValue for the first column that is wrong. */
export function tripOf(row: Row): Trip {
  const place = (end: 'pickup' | 'dropoff') => ({
    lat: number(row, `${end}_lat`, -90, 90),
    lng: number(row, `${end}_lon`, -180, 180),
  });
  return {
    id: text(row, 'request_id'),
    pickupAt: time(row, 'pickup_time'),
    durationSeconds: Math.round(number(row, 'duration_s', 1, 86_400)),
    distanceMetres: Math.round(number(row, 'distance_m', 0, 1_000_000)),
    pickup: place('pickup'),
    dropoff: place('dropoff'),
  };
}

function text(row: Row, column: Column): string {
  const value = row[column]?.trim() ?? '';
  if (value === '') throw new MalformedValue(column, 'must not be empty');
  return value;
}

function number(row: Row, column: Column, least: number, most: number): number {
  const value = text(row, column);
  const parsed = Number(value);
  if (Number.isFinite(parsed) && parsed >= least && parsed <= most) return parsed;
  throw new MalformedValue(column, `must be a number from ${least} to ${most}, not '${value}'`);
}

function time(row: Row, column: Column): number {
  const value = text(row, column);
  const [, day, clock] = LOCAL_TIME.exec(value) ?? [];
  const parsed = Date.parse(`${day}T${clock}Z`);
  if (Number.isFinite(parsed)) return parsed;
  throw new MalformedValue(column, `must be a local time such as 2013-03-01T08:00:02, not '${value}'`);
}
