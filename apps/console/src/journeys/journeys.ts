import { Injectable } from '@nestjs/common';
import { settings } from '@ride/configuration';
import { DataSource } from 'typeorm';
import { entriesOf, type ReadHandling, type ReadRecord } from './entries.js';
import type { Journey, JourneyRide, JourneySummary } from './journey.shapes.js';

/** More is no ride's. */
const MOST = 5_000;

/** What is asked for; absent: everything. */
export interface Search {
  readonly rider?: string | undefined;
  readonly driver?: string | undefined;
  readonly correlation?: string | undefined;
  readonly ride?: string | undefined;
  /** The begin of any of these. */
  readonly text?: string | undefined;
}

/** A journey in a list, with what lists are paged by. */
export type Listed = JourneySummary & { readonly id: string };

/** Reads of what the journal has kept. */
@Injectable()
export class Journeys {
  constructor(private readonly data: DataSource) {}

  async of(id: string): Promise<Journey | undefined> {
    const [records, handlings] = await Promise.all([
      this.data.query<ReadRecord[]>(
        `SELECT topic, partition, place, kind, appended_at, at, event, causation_id, service, type, key, request, trace_id, data
         FROM record WHERE correlation_id = $1 ORDER BY appended_at, topic, partition, place LIMIT ${MOST + 1}`,
        [id],
      ),
      this.data.query<ReadHandling[]>(
        `SELECT partition, place, line, event, service, subscription, handler, attempt, at, took_ms
         FROM handling WHERE correlation_id = $1 ORDER BY at LIMIT ${MOST + 1}`,
        [id],
      ),
    ]);
    if (records.length === 0) return undefined;
    const traceIds = [...new Set(records.flatMap(({ trace_id }) => trace_id ?? []))];
    const [ride, isFact] = await Promise.all([this.#ride(id), this.#facts(records)]);
    const isCut = records.length > MOST || handlings.length > MOST;
    const entries = entriesOf(records.slice(0, MOST), handlings.slice(0, MOST), isFact);
    return { correlationId: id, ride, traceIds, links: linksOf(id, traceIds), entries, isCut };
  }

  list({ rider, driver, correlation, ride, text }: Search, limit: number, before?: string): Promise<Listed[]> {
    return this.data
      .query<ListedRow[]>(
        `SELECT j.id, j.correlation_id, j.started_at, j.last_at, j.facts, j.retries, j.dead_letters, ${RIDE}
         FROM journey j LEFT JOIN ride r ON r.id::text = j.correlation_id
         WHERE ($1::uuid IS NULL OR j.id < $1)
           AND ($3::text IS NULL OR j.correlation_id = $3)
           AND ($4::text[] = '{}' OR j.correlation_id IN (
             SELECT correlation_id FROM involved WHERE person = ANY($4) GROUP BY 1 HAVING count(*) = cardinality($4)))
           AND ($5::text IS NULL OR j.correlation_id ^@ $5
             OR j.correlation_id IN (SELECT correlation_id FROM involved WHERE person ^@ $5))
         ORDER BY j.id DESC LIMIT $2`,
        [before ?? null, limit, correlation ?? ride ?? null, [...people(rider, driver)], text ?? null],
      )
      .then((rows) => rows.map(listed));
  }

  async #ride(id: string): Promise<JourneyRide | null> {
    const [row] = await this.data.query<RideColumns[]>(`SELECT ${RIDE} FROM ride r WHERE r.id::text = $1`, [id]);
    return row === undefined ? null : rideOf(row);
  }

  /** Causes that are no facts of this journey may be of another. */
  async #facts(records: readonly ReadRecord[]): Promise<(id: string) => boolean> {
    const known = new Set(records.map(({ event }) => event));
    const others = [...new Set(records.flatMap(({ causation_id: id }) => (id === null || known.has(id) ? [] : id)))];
    const found = await this.data.query<{ event: string }[]>(
      'SELECT DISTINCT event FROM record WHERE event = ANY($1::text[])',
      [others],
    );
    for (const { event } of found) known.add(event);
    return (id) => known.has(id);
  }
}

const RIDE = 'r.id AS ride_id, r.state, r.rider_id, r.driver_id, r.area, r.requested_at, r.ended_at';

interface RideColumns {
  readonly ride_id: string | null;
  readonly state: string;
  readonly rider_id: string | null;
  readonly driver_id: string | null;
  readonly area: string | null;
  readonly requested_at: Date | null;
  readonly ended_at: Date | null;
}
interface ListedRow extends RideColumns {
  readonly id: string;
  readonly correlation_id: string;
  readonly started_at: Date;
  readonly last_at: Date;
  readonly facts: number;
  readonly retries: number;
  readonly dead_letters: number;
}

function people(...ids: readonly (string | undefined)[]): ReadonlySet<string> {
  return new Set(ids.filter((id) => id !== undefined));
}

function rideOf(row: RideColumns): JourneyRide | null {
  if (row.ride_id === null) return null;
  const { ride_id: rideId, state, rider_id: riderId, driver_id: driverId, area } = row;
  const requestedAt = row.requested_at?.toISOString() ?? null;
  return { rideId, state, riderId, driverId, area, requestedAt, endedAt: row.ended_at?.toISOString() ?? null };
}

function listed(row: ListedRow): Listed {
  const { id, correlation_id: correlationId, facts, retries, dead_letters: deadLetters } = row;
  const times = { startedAt: row.started_at.toISOString(), lastAt: row.last_at.toISOString() };
  return { id, correlationId, ride: rideOf(row), ...times, facts, retries, deadLetters };
}

function linksOf(id: string, [traceId]: readonly string[]): Journey['links'] {
  const { traceUrl, logUrl } = settings().console;
  return {
    trace: traceId === undefined ? null : (traceUrl?.replace('{traceId}', traceId) ?? null),
    logs: logUrl?.replace('{correlationId}', encodeURIComponent(id)) ?? null,
  };
}
