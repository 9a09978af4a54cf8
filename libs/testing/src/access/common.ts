import { v7 } from 'uuid';

/** What the routes that every service has are asked with: nothing of it exists, and nothing is changed. */
export const commonIds: Readonly<Record<string, string>> = {
  'GET /dead-letters/{id} id': '1',
  'POST /dead-letters/{id}/edit id': '1',
  'GET /dead-letters/repairs/{id} id': v7(),
  'POST /dead-letters/repairs/{id}/cancel id': v7(),
  'GET /operations/rides/{rideId} rideId': v7(),
  'DELETE /breaks/{breakId} breakId': v7(),
  'PUT /breaks/paused/{subscription} subscription': 'nothing',
  'DELETE /breaks/paused/{subscription} subscription': 'nothing',
};

const repair = { ids: ['1'], reason: 'to see who may', dryRun: true };
export const commonBodies: Readonly<Record<string, unknown>> = {
  'POST /operations/outcomes': { rideIds: [] },
  'POST /dead-letters/replay': repair,
  'POST /dead-letters/discard': repair,
  'POST /dead-letters/release': repair,
  'POST /dead-letters/{id}/edit': { data: {}, reason: 'to see who may' },
  'POST /breaks': { handler: 'Nobody.hears', kind: 'fail' },
  'POST /breaks/poison': { topic: 'nowhere.v1' },
};
