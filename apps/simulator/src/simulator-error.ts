/** What the simulator can't go on with. `code` is stable; the message says what to do. */
export class SimulatorError extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'SimulatorError';
  }
}

/** Wrong on the command line: shown with the usage. */
export class UsageError extends SimulatorError {
  override readonly name = 'UsageError';
}
