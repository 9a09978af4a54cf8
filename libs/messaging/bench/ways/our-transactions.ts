/** Transactional handlers in our unit of work. It makes its own namespace, database and waiting facts. */
import { answeringRate } from '../support/answering.js';
import type { AnsweringJob, AnsweringTime } from '../support/answering-job.js';
import { answer, job } from '../support/child.js';

const { facts, partitionsAtOnce } = job<AnsweringJob>();
const rate = await answeringRate(facts, { RIDE_PARTITIONS_AT_ONCE: String(partitionsAtOnce) });
answer({ seconds: facts / rate } satisfies AnsweringTime);
