import { Injectable } from '@nestjs/common';
import { settings } from '@ride/configuration';
import { rides } from '@ride/events';
import { UnitOfWork, type Cause } from '@ride/messaging';
import type { OpenSearch } from './search.state.js';

export interface OpenRow {
  readonly id: string;
  readonly state: OpenSearch;
  readonly cause: Cause;
}

/** So many searches of an area are planned at once, those that have waited longest. */
const AT_MOST = 1_000;

/** What a round reads before it locks anything. */
@Injectable()
export class RoundReads {
  constructor(private readonly work: UnitOfWork) {}

  /** Areas with open searches. */
  async areas(): Promise<readonly string[]> {
    const rows = await this.work.find<{ area: string }>(
      'areas',
      'SELECT DISTINCT open_area AS area FROM search WHERE open_area IS NOT NULL',
      [],
    );
    return rows.map(({ area }) => area);
  }

  /**
   * Open searches of the area that have room for an offer; none when nobody at all is free. A ride whose key is blocked
   * is left alone: there is a fact of it that has not been understood yet.
   */
  async open(area: string, now: number): Promise<readonly OpenRow[]> {
    return this.work.find<OpenRow>(
      'open searches',
      `SELECT s.id, s.state, s.cause FROM search s
       WHERE s.open_area = $1 AND (s.state->>'expiresAt')::bigint > $2 AND jsonb_array_length(s.state->'offers') < $3
         AND NOT EXISTS (SELECT FROM blocked_key b
           WHERE b.subscription = 'matching' AND b.topic = $4 AND b.key = convert_to(s.id::text, 'UTF8'))
         AND EXISTS (SELECT FROM driver d WHERE d.available AND d.live = '[]'
           AND NOT EXISTS (SELECT FROM open_offer o WHERE o.id = d.id))
       ORDER BY s.requested_at LIMIT ${AT_MOST}`,
      [area, now, settings().rules.offersAtOnce, rides.name],
    );
  }

  /** The vehicle class of those of the drivers who are free. */
  async free(driverIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (driverIds.length === 0) return new Map();
    const rows = await this.work.find<{ id: string; vehicleClass: string }>(
      'free drivers',
      `SELECT d.id, d.vehicle_class AS "vehicleClass" FROM driver d
       WHERE d.id = ANY($1::uuid[]) AND d.available AND d.live = '[]'
         AND NOT EXISTS (SELECT FROM open_offer o WHERE o.id = d.id)`,
      [`{${driverIds.join(',')}}`],
    );
    return new Map(rows.map(({ id, vehicleClass }) => [id, vehicleClass]));
  }
}
