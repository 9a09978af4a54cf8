import { Injectable, type OnModuleInit, type OnModuleDestroy } from '@nestjs/common';
import { settings } from '@ride/configuration';
import { deleteOldRows } from '@ride/messaging';
import { logger } from '@ride/observability';
import { DataSource } from 'typeorm';
import { dayOf } from './journal-rows.js';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const DAYS_AHEAD = 2;
const TABLES = ['record', 'handling'];

/** Each day's records stand in a table of their own, which is dropped when the day is over for long enough. */
@Injectable()
export class JourneyRetention implements OnModuleInit, OnModuleDestroy {
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly data: DataSource) {}

  async onModuleInit(): Promise<void> {
    await this.keepDays();
    const again = () =>
      this.keepDays().catch((err: unknown) => logger('console').error({ err }, 'the days of journeys were not kept'));
    this.#timer = setInterval(() => void again(), HOUR);
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }

  /** Makes the tables of the days that may come, drops those that are too old. */
  async keepDays(now = Date.now()): Promise<void> {
    const { journeyDays } = settings().console;
    await this.data.transaction(async (db) => {
      await db.query("SELECT pg_advisory_xact_lock(hashtextextended('journey days', 0))");
      for (const table of TABLES) {
        for (let day = -journeyDays; day <= DAYS_AHEAD; day++) {
          const [from, to] = [dayOf(now + day * DAY), dayOf(now + (day + 1) * DAY)];
          const values = `FOR VALUES FROM ('${from}') TO ('${to}')`;
          await db.query(`CREATE TABLE IF NOT EXISTS "${table}_${from}" PARTITION OF ${table} ${values}`);
        }
        const there = await db.query<{ name: string }[]>(
          'SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = $1::regclass',
          [table],
        );
        const oldest = `${table}_${dayOf(now - journeyDays * DAY)}`;
        for (const { name } of there) if (name < oldest) await db.query(`DROP TABLE "${name}"`);
      }
    });
    await deleteOldRows(this.data, 'journey', 'last_at', now - journeyDays * DAY);
    await deleteOldRows(this.data, 'ride', 'ended_at', now - journeyDays * DAY);
  }
}
