import { Rejected, rejections } from '@ride/decider';

/** Why an operator's order about dead letters is refused. */
export const repairRefusals = {
  ...rejections({
    dead_letter_not_found: 'There is no failed fact with this id.',
    repair_not_found: 'There is no repair with this id.',
    edit_not_allowed:
      'Editing changes what was said, so it is off: start the service with RIDE_DEAD_LETTER_EDIT=allow to have it.',
    key_in_use: 'A fact of the same key is being handled right now: send it again in a second.',
    idempotency_key_reused: 'This Idempotency-Key was used for another request: use a new key for a new request.',
  }),
  overtaken: (letters: number, keys: number, handled: number) =>
    new Rejected(
      'overtaken',
      `${letters} of these dead letters, of ${keys} keys, have been overtaken: ${handled} later facts of their keys have been ` +
        'handled since. To replay them all the same send acceptOvertaken: true; a dry run tells which they are.',
    ),
  not_dead: (status: string) =>
    new Rejected('not_dead', `Only what is dead can be edited, and this is ${status}: look at it again.`),
  fact_unknown: (topic: string) =>
    new Rejected('fact_unknown', `Say in \`fact\` which fact of ${topic} this is: the record does not.`),
  key_changed: (field: string) =>
    new Rejected('key_changed', `A dead letter stays in the queue of its key: leave ${field} as it is.`),
  invalid_fact: (why: string) => new Rejected('invalid_fact', `Correct the data: ${why}`),
};
