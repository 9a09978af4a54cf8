import { DriverRow, isFree, OpenOfferRow, RoundReads, SearchRow, type OpenRow } from '@ride/matching/parts';
import { settings } from '@ride/configuration';
import type { Tables } from '../model/tables.js';
import { NOTHING } from './unreachable.js';

/** What a round's statements find, over tables in memory. */
export class ModelledReads extends RoundReads {
  constructor(private readonly tables: Tables) {
    super(NOTHING);
  }

  override areas(): Promise<readonly string[]> {
    return Promise.resolve([...new Set(this.#open().map(({ state }) => state.ask.area))]);
  }

  override open(area: string, now: number): Promise<readonly OpenRow[]> {
    if (!this.tables.all(DriverRow).some((driver) => this.#isFree(driver))) return Promise.resolve([]);
    const open = this.#open().filter(
      ({ state: { ask, expiresAt, offers } }) =>
        ask.area === area && expiresAt > now && offers.length < settings().rules.offersAtOnce,
    );
    return Promise.resolve(open.sort((a, b) => a.state.requestedAt - b.state.requestedAt));
  }

  override free(driverIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const drivers = driverIds.flatMap((id) => this.tables.get(DriverRow, id) ?? []);
    const free = drivers.filter((driver) => this.#isFree(driver));
    return Promise.resolve(new Map(free.map(({ id, vehicleClass }) => [id, vehicleClass ?? ''])));
  }

  #open(): OpenRow[] {
    return this.tables
      .all(SearchRow)
      .flatMap(({ id, state, cause }) => (state.is === 'open' ? [{ id, state, cause }] : []));
  }

  #isFree(driver: DriverRow): boolean {
    return isFree(driver) && this.tables.get(OpenOfferRow, driver.id) === undefined;
  }
}
