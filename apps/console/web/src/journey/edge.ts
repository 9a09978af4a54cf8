/** A line from the middle of one row's place in its lane to another's: straight in a lane, else a curve that ends downwards. */
export function edgeOf(lane: number, row: number, toLane: number, toRow: number): string {
  const [x1, y1, x2, y2] = [lane + 0.5, row + 0.5, toLane + 0.5, toRow + 0.5];
  if (x1 === x2) return `M${x1} ${y1}V${y2}`;
  // However far below its effect is, a line leaves its cause's lane within a row, so that lines don't run side by side.
  const bend = Math.min(1, Math.abs(y2 - y1)) * Math.sign(y2 - y1 || 1);
  return `M${x1} ${y1}C${x1} ${y1 + bend * 0.8} ${x2} ${y1 + bend * 0.2} ${x2} ${y1 + bend}V${y2}`;
}
