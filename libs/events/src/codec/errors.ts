/** The registry can't be reached, or answers with an error of its own: no fact's fault, so waiting helps. */
export class RegistryUnavailable extends Error {
  override readonly name = 'RegistryUnavailable';
  readonly code = 'registry_unavailable';

  constructor(what: string, options?: ErrorOptions) {
    super(`The schema registry did not answer as it should: ${what}`, options);
  }
}

/** The registry refuses a declared fact. Nothing but a change of the declaration helps. */
export class SchemaRefused extends Error {
  override readonly name = 'SchemaRefused';
  readonly code = 'schema_refused';
}

/** These bytes can't be read, now or later: the record's own fault. */
export class UndecodableFact extends Error {
  override readonly name = 'UndecodableFact';

  constructor(
    readonly code: 'undecodable' | 'unknown_schema',
    what: string,
    options?: ErrorOptions,
  ) {
    super(what, options);
  }
}

/** A service made a fact that its declaration does not allow: a bug in that service. */
export class InvalidFact extends Error {
  override readonly name = 'InvalidFact';
  readonly code = 'invalid_fact';
}
