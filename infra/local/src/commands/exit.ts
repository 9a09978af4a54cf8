import { type Finding } from '../preflight/finding.js';

/** A command that can't do what it was asked for, with findings or a sentence that says what to do. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly findings: readonly Finding[] = [],
  ) {
    super(message);
    this.name = 'Refused';
  }
}
