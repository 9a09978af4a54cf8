const DAY = 86_400_000;

/** A calendar date; `month` is 1 to 12. */
export interface LocalDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The calendar of an IANA time zone, as far as windows need it. */
export class Zone {
  readonly #format: Intl.DateTimeFormat;

  /** Throws RangeError when there is no such zone. */
  constructor(readonly name: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      ...{ hourCycle: 'h23', era: 'short', year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
    });
  }

  /** The day in whose span of time `instant` lies. */
  dateAt(instant: number): LocalDate {
    let date = dateOf(instant + this.#offsetAt(instant));
    // Clocks that are put back over midnight show a date of yesterday for a while.
    while (this.startOf(plusDays(date, 1)) <= instant) date = plusDays(date, 1);
    while (this.startOf(date) > instant) date = plusDays(date, -1);
    return date;
  }

  /** The first instant of a day: where clocks are put on at midnight it is one o'clock. */
  startOf({ year, month, day }: LocalDate): number {
    const midnight = Date.UTC(year, month - 1, day);
    const candidates = [this.#offsetAt(midnight - DAY), this.#offsetAt(midnight + DAY)]
      .map((offset) => midnight - offset)
      .sort((a, b) => a - b);
    return candidates.find((instant) => instant + this.#offsetAt(instant) >= midnight) ?? candidates[1]!;
  }

  /** Local time minus UTC, milliseconds. */
  #offsetAt(instant: number): number {
    const whole = Math.floor(instant / 1_000) * 1_000;
    const parts: Record<string, string> = {};
    for (const { type, value } of this.#format.formatToParts(whole)) parts[type] = value;
    const year = parts['era'] === 'BC' ? 1 - Number(parts['year']) : Number(parts['year']);
    const [month, day, hour, minute, second] = ['month', 'day', 'hour', 'minute', 'second'].map((of) =>
      Number(parts[of]),
    );
    return Date.UTC(year, month! - 1, day, hour, minute, second) - whole;
  }
}

export function dateOf(utc: number): LocalDate {
  const date = new Date(utc);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function plusDays({ year, month, day }: LocalDate, count: number): LocalDate {
  return dateOf(Date.UTC(year, month - 1, day + count));
}

/** 0 is Monday. */
export function weekday({ year, month, day }: LocalDate): number {
  return (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
}
