/** Something that keeps the stack from starting. */
export interface Finding {
  /** Stable, for people who search for it. */
  readonly code: string;
  readonly what: string;
  readonly todo: string;
}

export function explain(findings: readonly Finding[]): string {
  const lines = findings.map(({ code, what, todo }) => `  ${what}\n    → ${todo}  [${code}]`);
  return `Ride can't start yet:\n${lines.join('\n')}`;
}
