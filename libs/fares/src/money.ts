/** An amount in minor units of an ISO 4217 currency: { minor: 1250, currency: 'USD' } is 12.50 dollars. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

/** The sum of two amounts. Throws an Error when their currencies differ. */
export function plus(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new Error(`${a.currency} and ${b.currency} can't be added`);
  return { minor: a.minor + b.minor, currency: a.currency };
}
