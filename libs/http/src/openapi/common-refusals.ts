import { problems } from '../problem.js';
import type { Allowed } from '../allow.js';
import type { OfKeys } from '../idempotency/says-of-keys.js';
import type { Refusal } from './operation.js';

export interface Asked {
  readonly method: string;
  readonly allowed: Allowed | undefined;
  readonly hasBody: boolean;
  readonly hasParameters: boolean;
  readonly ofKeys: OfKeys | undefined;
  readonly isLimited: boolean;
}

/** What a route may refuse because of how it is asked, whatever it does. */
export function commonRefusals(asked: Asked): readonly Refusal[] {
  const { method, allowed, hasBody, hasParameters, ofKeys, isLimited } = asked;
  const refusals: Refusal[] = [() => problems.internal_error(undefined)];
  if (hasBody || hasParameters)
    refusals.push(
      () => problems.invalid_request([{ path: 'pickup.lat', message: 'Invalid input: expected number' }]),
      problems.malformed_request,
    );
  if (hasBody) refusals.push(problems.too_large, problems.unsupported_media_type);
  if (ofKeys === 'needs one')
    refusals.push(problems.idempotency_key_missing, problems.request_in_flight, problems.idempotency_key_reused);
  if (isLimited) refusals.push(() => problems.too_many_requests(38));
  if (allowed === undefined || allowed === 'everyone') return refusals;
  refusals.push(() => problems.unauthenticated('There is no access token.'));
  refusals.push(
    () => problems.forbidden(['rider', 'driver']),
    () => problems.temporarily_unavailable(undefined),
  );
  const isOperators = allowed.every((role) => role === 'operator');
  // Operators' orders are no units of work.
  if (method !== 'get' && !isOperators) refusals.push(() => problems.key_blocked(undefined));
  return refusals;
}

/** What is refused where there is no route. */
export const unroutedRefusals: readonly Refusal[] = [
  () => problems.too_many_requests(38),
  problems.unknown_route,
  () => problems.method_not_allowed(['GET']),
];
