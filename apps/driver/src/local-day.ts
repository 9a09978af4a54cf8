const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day in a time zone (IANA) at a time (UTC milliseconds), as 2026-11-25. */
export function dayIn(timeZone: string, time: number): string {
  let format = formats.get(timeZone);
  if (format === undefined) {
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    format = new Intl.DateTimeFormat('en-US', { timeZone, calendar: 'iso8601', numberingSystem: 'latn', ...parts });
    formats.set(timeZone, format);
  }
  const { year, month, day } = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value]));
  return `${year}-${month}-${day}`;
}
