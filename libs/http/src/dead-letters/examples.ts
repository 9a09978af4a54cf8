import type { Letter, LetterGroup, LetterSummary, Plan, Repair } from '@ride/messaging';

const rideId = '01a21044-98be-71cf-a7d5-4bb8552fbabf';
const who = '0c412bd9-2f43-4d3a-8a53-0d5e64f1a001';

const letter: LetterSummary = {
  id: '42',
  status: 'dead',
  subscription: 'booking',
  handler: 'BookingHandlers.accept',
  fact: 'RideAccepted',
  topic: 'rides.v1',
  partition: 7,
  offset: '118',
  key: rideId,
  eventId: '01a21044-9a01-7d02-8c11-6a0f5d1e2b3c',
  eventTime: '2026-11-25T04:12:08.120Z',
  attempts: 5,
  code: 'handler_failed',
  error: "TypeError: Cannot read properties of undefined (reading 'fare')",
  failedAt: '2026-11-25T04:12:08.164Z',
  lastFailedAt: '2026-11-25T04:17:51.002Z',
  diedAt: '2026-11-25T04:17:51.002Z',
  keyIs: 'held',
  overtakenBy: 0,
};

const whole: Letter = {
  ...letter,
  value: { json: { rideId, offerId: '…', driverId: '…' } },
  headers: [{ name: 'ce_id', value: letter.eventId }],
  history: [{ attempt: 5, at: letter.lastFailedAt, code: letter.code, error: letter.error }],
  lastOvertakenAt: null,
  waitingBehind: 3,
  deadBefore: 0,
  inPlaceOf: null,
  repairs: [],
};

const group: LetterGroup = {
  subscription: 'booking',
  handler: letter.handler,
  fact: letter.fact,
  code: letter.code,
  count: 10_000,
  keys: 500,
  first: letter.failedAt,
  last: letter.lastFailedAt,
  error: letter.error,
  newest: '10041',
};

const plan: Plan = {
  total: 10_000,
  keys: 500,
  ids: ['42', '43'],
  through: 'booking.retry.v1',
  ways: [
    {
      subscription: 'booking',
      handler: letter.handler,
      fact: letter.fact,
      topic: 'rides.v1',
      count: 10_000,
      keys: 500,
    },
  ],
  warnings: [{ code: 'others_wait_behind', keys: 12, facts: 31 }],
};

const repair: Repair = {
  id: '01a21050-0000-7000-8000-000000000001',
  kind: 'replay',
  filter: { filter: { code: 'handler_failed' } },
  reason: 'mended by release 12',
  who,
  at: '2026-11-25T05:00:00.000Z',
  rate: 200,
  limit: null,
  acceptOvertaken: false,
  status: 'running',
  cancelledBy: null,
  finishedAt: null,
  trouble: null,
  total: 10_000,
  done: 2_400,
  outcomes: { put_back: 2_400 },
  since: { handled: 2_381, waiting: 19, deadAgain: 0 },
};

/** What the document at /docs shows. */
export const examples = {
  letters: { letters: [letter], next: '42' },
  letter: whole,
  groups: [group],
  plan,
  repair,
  repairs: { repairs: [repair], next: null },
};
