/** The line of a sparkline, and the area under it, as SVG paths in a box of that size. */
export interface Spark {
  readonly line: string;
  readonly under: string;
  readonly highest: number;
}

/** Undefined below two values. Zero is at the bottom, and little stays little: the scale ends at `least` or above. */
export function sparkOf(
  values: readonly (number | null)[],
  { width, height, least }: { readonly width: number; readonly height: number; readonly least: number },
): Spark | undefined {
  if (values.length < 2) return undefined;
  const highest = Math.max(0, ...values.map((value) => value ?? 0));
  const scale = Math.max(highest, least);
  const points = values.map((value, i) => {
    const x = (i / (values.length - 1)) * width;
    const y = height - ((value ?? 0) / scale) * height;
    return `${round(x)} ${round(y)}`;
  });
  const line = `M${points.join('L')}`;
  return { line, under: `${line}L${width} ${height}L0 ${height}Z`, highest };
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}
