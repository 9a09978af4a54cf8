export const HELP = `Facts that a service could not handle: to look at, and to repair.

  npm run dead-letters -- [SERVICE] COMMAND [IDS] [OPTIONS]

SERVICE is rider, driver, matching, booking or notification. list, groups and repairs may leave it out: all are asked.

Look
  groups              how many failed in the same way, the most first (the default)
  list                one by one, the newest first
  show ID             one of them decoded, with its history and what was done about it

Repair: shows what would happen, asks, and then shows how far it is
  replay WHICH        back to their handlers, in the order of their keys
  discard WHICH       given up for good; needs --reason. A key that they hold goes on
  release WHICH       their keys go on without them; they stay
  edit ID             replays it with other data, which your $EDITOR changes, or which are in --file FILE
                      (off unless the service runs with RIDE_DEAD_LETTER_EDIT=allow); --fact NAME when the record
                      does not say which fact it is

  repairs [ID]        who did what and when; one of them, how far it is
  cancel ID           ends a running repair; what it has done stays done

WHICH is ids, a filter, or --all
  --subscription NAME --handler NAME --fact NAME --topic NAME --code WORD
  --key KEY           as text, or bytes as 0x…
  --from TIME         failed since then: 2026-11-25T04:00:00Z, or 90s, 20m, 2h, 3d ago
  --to TIME           failed before
  --text TEXT         somewhere in the error or in the value
  --status STATUS     list and groups only: waiting, dead (the default), replayed, discarded, all

How
  --dry-run           only tells what would go where
  --rate N            facts per second; a key's facts go together, so it is an average
  --limit N           at most so many: those that stand first (of list: per page)
  --before ID         list and repairs: the next page
  --reason TEXT       kept with the repair
  --accept-overtaken  also those of whose keys later facts have been handled already
  --yes               asks nothing
  --id KEY            the repair's Idempotency-Key: asked for again, it is the same repair
  --json              list, groups, show and repairs: as the service answers

Where
  --url URL --token TOKEN   a service elsewhere, and an operator's access token; else the local stack that runs
`;
