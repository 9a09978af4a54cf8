/** Transactional handlers as one writes them with the stock NestJS Kafka transport and TypeORM: one transaction a message. */
import { answer, job } from '../support/child.js';
import { answersOfTypeOrm } from '../support/stock-answers.js';
import { stockNest } from '../support/stock-nest.js';
import type { AnsweringJob, AnsweringTime } from '../support/answering-job.js';

const { facts, partitionsAtOnce } = job<AnsweringJob>();
const answers = await answersOfTypeOrm();
const all = Promise.withResolvers<AnsweringTime>();
let began: number | undefined;
let left = facts;
const stop = await stockNest(
  async (data, headers) => {
    began ??= performance.now();
    await answers.accepted(data, headers);
    left -= 1;
    if (left === 0) all.resolve({ seconds: (performance.now() - began) / 1000 });
  },
  { partitionsAtOnce },
);
const time = await all.promise;
await stop();
await answers.close();
answer(time);
