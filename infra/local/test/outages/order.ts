import { isAccepted, type Asked } from './asked.js';

/** What a record of the log says of itself. */
export interface Said {
  readonly topic: string;
  readonly partition: number;
  readonly key: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * What was accepted and is not in the log, is there as two facts, or stands before what was accepted earlier for its key; in
 * words, and nothing when all is in order. `asked`: in the order of the answers; `said`: in log order per key.
 */
export function disorderIn(asked: readonly Asked[], said: readonly Said[]): readonly string[] {
  const firstPlace = new Map<string, number>();
  const factsOf = new Map<string, Set<string>>();
  for (const [place, { headers }] of said.entries()) {
    const cause = headers['ce_causationid'];
    if (cause === undefined) continue;
    if (!firstPlace.has(cause)) firstPlace.set(cause, place);
    factsOf.set(cause, (factsOf.get(cause) ?? new Set()).add(headers['ce_id'] ?? ''));
  }
  const wrong: string[] = [];
  for (const [key, requests] of Map.groupBy(asked.filter(isAccepted), (each) => each.key)) {
    let before: { readonly place: number; readonly what: string } | undefined;
    for (const { requestId, what } of requests) {
      const place = firstPlace.get(requestId);
      const facts = factsOf.get(requestId)?.size ?? 0;
      if (place === undefined) wrong.push(`${key}: ${what} was accepted (request ${requestId}) and is not in the log`);
      else if (before !== undefined && place < before.place)
        wrong.push(`${key}: ${what} (request ${requestId}) stands before the ${before.what} that was accepted earlier`);
      if (facts > 1) wrong.push(`${key}: ${what} (request ${requestId}) was said as ${facts} facts`);
      if (place !== undefined) before = { place, what };
    }
  }
  return wrong;
}
