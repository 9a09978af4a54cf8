/** Transactional handlers in our unit of work, with telemetry as the environment says, of facts whose traces are recorded (or not). */
import { startTelemetry, stopTelemetry } from '@ride/observability';
import { measuredAnswering } from '../support/answering.js';
import { answer, job } from '../support/child.js';

const { facts } = job<{ readonly facts: number }>();
startTelemetry('booking');
const { seconds, cpuSeconds } = await measuredAnswering(facts, {}, process.env['TRACE_FLAGS']);
await stopTelemetry();
answer({ rate: facts / seconds, perCpu: facts / cpuSeconds });
