import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { settings } from '@ride/configuration';
import type { DemandMeasured } from '@ride/events';
import { nextSurge, noSurge, surgeAt, type Surge } from '@ride/fares';
import { cellOf, type Place } from '@ride/geo';
import type { Tx } from '@ride/messaging';
import { logger } from '@ride/observability';
import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';

@Entity('surge')
export class SurgeRow {
  @PrimaryColumn('text') id!: string; // the cell
  @Column('float8') pressure!: number;
  @Column('float8') factor!: number;
  @Column('timestamptz') measuredTo!: Date;
}

/** What a minute of a cell means for its fares. */
export async function hearDemand({ data }: DemandMeasured, tx: Tx): Promise<void> {
  const row = await tx.load(SurgeRow, data.cell);
  const before = row === undefined ? noSurge : surgeOf(row);
  const after = nextSurge(before, data);
  if (after !== before) tx.save(SurgeRow, { id: data.cell, ...after, measuredTo: new Date(after.measuredTo) });
}

function surgeOf({ pressure, factor, measuredTo }: Omit<SurgeRow, 'id'>): Surge {
  return { pressure, factor, measuredTo: measuredTo.getTime() };
}

/** So often what other instances have heard is looked up: it changes once a minute. */
const LOOK_MS = 2_000;
/** A surge that was not heard of for so long has faded away. */
const FADED_MS = 60 * 60_000;

/** The surges of the whole service at hand: a request for a price waits for no query. */
@Injectable()
export class Surges implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #high: ReadonlyMap<string, Surge> = new Map();
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly data: DataSource) {}

  async onApplicationBootstrap(): Promise<void> {
    if (settings().rules.surge === 'off') return;
    await this.#look();
    this.#timer = setInterval(() => void this.#look(), LOOK_MS);
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  /** What a fare from there is multiplied by now: 1 where drivers are not scarce, or nobody knows. */
  at(pickup: Place): number {
    if (this.#high.size === 0) return 1;
    const surge = this.#high.get(cellOf(pickup));
    return surge === undefined ? 1 : surgeAt(surge, Date.now());
  }

  /** While the database is away, what was known fades. */
  async #look(): Promise<void> {
    try {
      const rows = await this.data.query<SurgeRow[]>(
        'SELECT id, pressure, factor, measured_to AS "measuredTo" FROM surge WHERE factor > 1 AND measured_to > $1',
        [new Date(Date.now() - FADED_MS)],
      );
      this.#high = new Map(rows.map((row) => [row.id, surgeOf(row)]));
    } catch (err) {
      logger('rider').debug({ err }, 'surges can’t be looked up: tried again in two seconds');
    }
  }
}
