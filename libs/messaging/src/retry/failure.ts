import { Rejected } from '@ride/decider';
import { UndecodableFact } from '@ride/events';
import { codeOf, errorText } from '../unit/faults.js';

/** Trying again can't help: the fact is dead at once. `code` is a stable word for operators, such as `account_closed`. */
export class NonRetriable extends Error {
  override readonly name: string = 'NonRetriable';
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Given up without another attempt: the process would die of it again. */
export function killedTheProcess(): NonRetriable {
  return new NonRetriable('killed_the_process', 'the process died each time that this was handled, alone at last');
}

/** Why a handler's attempt at a fact failed. */
export interface Failure {
  /** The error's own code when it is a word, as ours are; else `handler_failed`. */
  readonly code: string;
  /** The error as text, without NUL. */
  readonly text: string;
  /** No further attempt can help. */
  readonly isFinal: boolean;
}

export function failureOf(error: unknown): Failure {
  const code = codeOf(error);
  return {
    code: /^\w{1,64}$/.test(code) ? code : 'handler_failed',
    text: errorText(error),
    // A policy's refusal is an answer to a person; of a heard fact it is a bug in the policy.
    isFinal: error instanceof NonRetriable || error instanceof UndecodableFact || error instanceof Rejected,
  };
}
