import type { ServiceArea } from '@ride/geo';

/** A driver's week is one in a time zone, and in one currency. Throws when two areas of a zone have different ones. */
export function currenciesMeet(areas: readonly Pick<ServiceArea, 'id' | 'timeZone' | 'currency'>[]): void {
  for (const [timeZone, within] of Map.groupBy(areas, (area) => area.timeZone)) {
    const other = within.find(({ currency }) => currency !== within[0]?.currency);
    if (other !== undefined) throw new CurrenciesMixed(timeZone, [within[0]!.id, other.id]);
  }
}

/** The service does not start: `code` is stable. */
export class CurrenciesMixed extends Error {
  readonly code = 'currencies_mixed';

  constructor(timeZone: string, areas: readonly string[]) {
    super(
      `The areas ${areas.join(' and ')} are in ${timeZone} and have different currencies, but a driver's statement is in one. ` +
        'Give them one currency in the areas file (RIDE_AREAS_FILE), or time zones of their own.',
    );
  }
}
