/** Lines are no longer than the terminal is wide, or than this where it is not known. */
export function width(): number {
  return Math.max(60, Math.min(process.stdout.columns || 100, 160));
}

/** Text from outside on one line: it may hold anything, also what would steer the terminal. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
}

/** Cut at the end when it is longer than that. */
export function cut(text: string, length: number): string {
  const shown = plain(text);
  return shown.length <= length ? shown : `${shown.slice(0, Math.max(0, length - 1))}…`;
}

export interface Column {
  readonly title: string;
  /** Numbers stand on the right. */
  readonly right?: boolean;
  /** What may be cut when the line is too long: the widest of these is, first. */
  readonly cuttable?: boolean;
}

/** A table as lines of at most `most` characters; the titles first. Each row may have a line of its own below it. */
export function table(
  columns: readonly Column[],
  rows: readonly { readonly cells: readonly string[]; readonly below?: string | undefined }[],
  most: number,
): string[] {
  const cells = [columns.map(({ title }) => title), ...rows.map((row) => row.cells.map(plain))];
  const widths = columns.map((_, n) => Math.max(...cells.map((row) => (row[n] ?? '').length)));
  const over = () => widths.reduce((sum, each) => sum + each + 2, -2) - most;
  while (over() > 0) {
    const [widest] = columns
      .flatMap(({ cuttable }, n) => (cuttable ? [n] : []))
      .sort((a, b) => widths[b]! - widths[a]!);
    if (widest === undefined || widths[widest]! <= MIN_CUT) break;
    widths[widest]! -= 1;
  }
  const line = (row: readonly string[]): string =>
    row
      .map((cell, n) => {
        const shown = cut(cell, widths[n]!);
        return columns[n]!.right ? shown.padStart(widths[n]!) : shown.padEnd(widths[n]!);
      })
      .join('  ')
      .trimEnd();
  return [
    line(cells[0]!),
    ...rows.flatMap((row, n) => [
      line(cells[n + 1]!),
      ...(row.below === undefined ? [] : [`    ${cut(row.below, most - 4)}`]),
    ]),
  ];
}
const MIN_CUT = 8;

/** A time as operators read it: UTC, to the second. */
export function at(iso: string): string {
  return iso.slice(0, 19).replace('T', ' ');
}

export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}
