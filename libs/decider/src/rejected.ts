/** What a policy answers to a command that its rules forbid. The message says what the person can do. */
export class Rejected<Code extends string = string> extends Error {
  override readonly name = 'Rejected';

  constructor(
    readonly code: Code,
    help: string,
  ) {
    super(help);
  }
}

/** A policy's closed list of refusals, by code; problem codes and the README's list of refusals are made from it. */
export function rejections<const C extends Record<string, string>>(
  codes: C,
): { readonly [N in keyof C & string]: () => Rejected<N> } {
  return Object.fromEntries(
    Object.entries(codes).map(([code, help]) => [code, () => new Rejected(code, help)]),
  ) as never;
}
