const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** The middle one of an odd number of runs: machines are noisy. */
export const median = (values: readonly number[]): number => ascending(values)[(values.length - 1) >> 1]!;

/** The value that `share` (0 to 1) of the values don't exceed, by nearest rank. */
export const percentile = (values: readonly number[], share: number): number =>
  ascending(values)[Math.max(0, Math.ceil(share * values.length) - 1)]!;

export const whole = (value: number): string => Math.round(value).toLocaleString('en');
export const perSecond = (rate: number): string => `${whole(rate)} facts/s`;
