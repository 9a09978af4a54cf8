import { RideAcceptanceRefused, RideAccepted } from '@ride/events';
import type { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { On, type Tx } from '../../src/index.js';
import { createDatabase, dropDatabase, ownNamespace, smallService, until } from '../../test/support/small-service.js';
import { ANSWER_TABLE, AnswerRow } from './answer-row.js';
import { sayWaiting } from './waiting-facts.js';

let handled = 0;
let began = 0;
class Handlers {
  @On(RideAccepted)
  async accepted({ data }: RideAccepted, tx: Tx): Promise<void> {
    if (handled++ === 0) began = performance.now();
    const row = await tx.load(AnswerRow, data.rideId);
    const acceptances = (row?.state.acceptances ?? 0) + 1;
    tx.save(AnswerRow, { id: data.rideId, state: { acceptances, driverId: data.driverId } });
    tx.publish(RideAcceptanceRefused({ ...data, reason: 'already_booked' }));
  }
}

/** A service that answers each RideAccepted with inbox, locked row and outbox; its database and its waiting facts are new. */
export async function waitingService(facts: number, env: Readonly<Record<string, string>> = {}, traceFlags?: string) {
  ownNamespace(env);
  await createDatabase();
  const service = await smallService(Handlers, ANSWER_TABLE, 'booking', { relay: false });
  await sayWaiting(
    facts,
    Array.from({ length: facts / 8 }, () => v7()),
    traceFlags,
  );
  return service;
}

const outboxRows = async (data: DataSource): Promise<number> => {
  const [row]: { n: number }[] = await data.query("SELECT count(*)::int AS n FROM outbox WHERE topic = 'rides.v1'");
  return row!.n;
};

/** Throws when an effect is missing or doubled. */
export async function checkAnswers(data: DataSource, facts: number): Promise<void> {
  const [effects]: { n: number; sum: number }[] = await data.query(
    "SELECT (SELECT count(*)::int FROM inbox) AS n, (SELECT sum((state->>'acceptances')::int)::int FROM answer) AS sum",
  );
  if (effects!.n !== facts || effects!.sum !== facts || (await outboxRows(data)) !== facts)
    throw new Error(`${facts} facts had ${JSON.stringify(effects)} effects`);
}

/** Facts per second of our unit of work, which finds `facts` of them waiting. */
export async function answeringRate(facts: number, env: Readonly<Record<string, string>>): Promise<number> {
  return facts / (await measuredAnswering(facts, env)).seconds;
}

/** The same: how long it takes, and how much of the process's CPU. */
export async function measuredAnswering(
  facts: number,
  env: Readonly<Record<string, string>>,
  traceFlags?: string,
): Promise<{ readonly seconds: number; readonly cpuSeconds: number }> {
  const { app, runtime } = await waitingService(facts, env, traceFlags);
  handled = 0;
  const before = process.cpuUsage();
  await app.listen();
  await until(
    () => Promise.resolve(handled),
    (n) => n >= facts,
    600_000,
  );
  await until(
    () => outboxRows(runtime.data),
    (n) => n >= facts,
    600_000,
  );
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(before);
  await checkAnswers(runtime.data, facts);
  await app.close();
  await dropDatabase();
  return { seconds, cpuSeconds: (user + system) / 1e6 };
}
