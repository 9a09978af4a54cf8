import type { Money } from '@ride/fares';

/** An amount of minor units as people write it: { minor: 1250, currency: 'USD' } is $12.50, { minor: 900, currency: 'JPY' } ¥900. */
export function written({ minor, currency }: Money): string {
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
