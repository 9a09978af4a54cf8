/** A rule that the world has seen broken. */
export class Violation extends Error {
  override readonly name = 'Violation';

  constructor(
    /** The rule, as a sentence that should hold. */
    readonly rule: string,
    what: string,
    options?: ErrorOptions,
  ) {
    super(`${rule}: ${what}`, options);
  }
}
