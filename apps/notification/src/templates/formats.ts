import type { Money } from '@ride/fares';

/** Amounts and measures as readers of a language write them, with its plurals. */
export function formats(language: string) {
  const kilometre = new Intl.NumberFormat(language, {
    ...{ style: 'unit', unit: 'kilometer' },
    ...{ minimumFractionDigits: 1, maximumFractionDigits: 1 },
  });
  const minute = new Intl.NumberFormat(language, { style: 'unit', unit: 'minute', unitDisplay: 'long' });
  const currencies = new Map<string, Intl.NumberFormat>();
  const inCurrency = (currency: string) => {
    const known = currencies.get(currency) ?? new Intl.NumberFormat(language, { style: 'currency', currency });
    currencies.set(currency, known);
    return known;
  };
  return {
    /** { minor: 1250, currency: 'USD' } is $12.50 or 12,50 US$, { minor: 900, currency: 'JPY' } ¥900 or 900 JPY. */
    money: ({ minor, currency }: Money): string => {
      const format = inCurrency(currency);
      return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
    },
    kilometres: (metres: number): string => kilometre.format(metres / 1000),
    /** Whole minutes; at least one, since nothing takes no time. */
    minutes: (seconds: number): string => minute.format(Math.max(1, Math.round(seconds / 60))),
  };
}
