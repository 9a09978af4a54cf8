export const HELP = `Breaks the local stack on purpose, to see what becomes of it (where RIDE_BREAKS is on, as npm start has it).

  npm run break -- [SERVICE] COMMAND [OPTIONS]

SERVICE is rider, driver, matching, booking or notification. list and clear may leave it out: all are meant.

Look
  list                  what is broken (the default)
  handlers              of SERVICE: the handlers that can be broken, and the facts that they hear

Break: holds for every instance of the service within a second, and survives a restart
  handler NAME          it fails, as an attempt that is tried again
    --times N           only so many attempts; without it all, until it is cleared
    --key KEY           only facts of this key, such as a rideId
    --for-good          it is not tried again: a dead letter at once
    --slow MS           it does not fail, but waits so many milliseconds first
  poison TOPIC          a record that nobody can decode, on a topic that SERVICE hears
    --key KEY           whose facts wait behind it; without it nobody's
  pause [SUBSCRIPTION]  hears nothing: SERVICE itself, or one of its effects, such as notification.webhook
  broker SECONDS        Kafka is stopped and started again (without SERVICE)
    --freeze            it stands still instead, and holds its connections

Mend
  resume [SUBSCRIPTION] hears again what has waited
  clear [ID]            takes all breaks away, resumes what is paused, brings the broker back; or takes one break away

How
  --json                list and handlers: as the service answers
`;
