import type { Said } from '../model/log.js';
import { must } from './check.js';

const ANSWERS = ['RideCancelled', 'BookingCancelled', 'RideCancellationRefused'];

/** Booking answers every acceptance and every wish, each once, behind it in the log. */
export function answered(facts: readonly Said[]): void {
  for (const [at, { type, data }] of facts.entries()) {
    if (type !== 'RideAccepted') continue;
    const answers = facts.filter(
      (answer) =>
        (answer.type === 'BookingCreated' || answer.type === 'RideAcceptanceRefused') &&
        answer.data['offerId'] === data['offerId'],
    );
    must('Every acceptance is answered once', answers.length === 1, () => `${tell(data)}: ${answers.length} answers`);
    must('An answer comes behind what it answers', facts.indexOf(answers[0]!) > at, () => tell(data));
    const busy = answers[0]?.data['reason'] === 'driver_busy';
    must('Who has accepted is asked by no other ride until that is answered', !busy, () => tell(data));
  }
  wishes(facts, 'rider', () => 'rider');
  wishes(facts, 'driver', ({ offerId }) => offerId);
}

/** Each wish of `by` is answered before it is said again; a driver's booking is one wish's. */
function wishes(facts: readonly Said[], by: string, of: (data: Said['data']) => unknown): void {
  let waiting: unknown;
  for (const { type, data } of facts) {
    if (data['by'] !== by) continue;
    if (type === 'RideCancellationRequested') {
      must('A wish is said once until it is answered', waiting !== of(data), () => `of the ${by}: ${tell(data)}`);
      waiting = of(data);
    } else if (ANSWERS.includes(type)) {
      must('Only a wish is answered', waiting !== undefined, () => `of the ${by}: ${tell(data)}`);
      waiting = undefined;
    }
  }
  must('Every wish to cancel is answered', waiting === undefined, () => `of the ${by}`);
}

const tell = (data: Said['data']) => `${String(data['rideId'])}, ${String(data['offerId'])}`;
