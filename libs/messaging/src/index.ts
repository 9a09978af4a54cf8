export type { Cause } from './cause.js';
export { UnitOfWork, type RoundTx, type Row, type RowClass, type Tx } from './tx.js';
export { deciderStore, dueStores, type DeciderStore, type DueStore, type Moved } from './decisions/decider-store.js';
export { DECISION_COLUMNS, DecisionHistoryRow, DecisionRow, HISTORY_COLUMNS } from './decisions/decision-row.js';
export { Effect, type EffectCall, type EffectOptions } from './transport/effect.js';
export { Observe, type ObservedRecord, type ObserveOptions } from './transport/observe.js';
export { FactTail } from './tail/fact-tail.js';
export { Watch, type Watched } from './tail/watch.js';
export { FACTS, Follow, On, type Heard } from './transport/on.js';
export { hearingsOf, type Hearing } from './transport/hearings.js';
export { FactServer } from './transport/fact-server.js';
export { deleteOldRows } from './service/old-rows.js';
export { migrateNamed, ServiceModule } from './service/service.module.js';
export {
  BREAK_KINDS,
  type Break,
  type BreakableHandler,
  type Breakables,
  type BreakKind,
  type BreakOrder,
  type Held,
  type Poisoned,
} from './breaks/break.js';
export { Breaks } from './breaks/breaks.js';
export { breakRefusals } from './breaks/refusals.js';
export { DeadLetters } from './dead-letters/dead-letters.js';
export type { EditOrder } from './dead-letters/edit.js';
export type { Selection } from './dead-letters/filter.sql.js';
export {
  STATUSES,
  type Letter,
  type LetterFilter,
  type LetterGroup,
  type LetterStatus,
  type LetterSummary,
} from './dead-letters/letter.js';
export type { Plan } from './dead-letters/plan.js';
export { repairRefusals } from './dead-letters/refusals.js';
export type { Repair, RepairOrder } from './dead-letters/repair.js';
export type { Figures, Indicator } from './health/indicator.js';
export { Probes, type Report } from './health/probes.js';
export { TROUBLES, type Trouble, type TroubleCode } from './health/trouble.js';
export { Runtime } from './service/runtime.js';
export type { RuntimeOptions } from './service/runtime-options.js';
export { DirectPublisher } from './service/direct-publisher.js';
export { Rehearing } from './service/rehearing.js';
export { databaseUrl, type Migration } from './service/database.js';
export { PublishRefused } from './unit/outgoing.js';
export { faultOf, type Fault } from './unit/faults.js';
export { LAG_STATES, type GroupLag, type LagState, type PartitionLag, type TrendPoint } from './lag/group-lag.js';
export { LagWatch, type Lags } from './lag/lag-watch.js';
export { accessOf } from './log/kafkajs/access.js';
export { kafkaLog } from './log/kafkajs.js';
export { partitionOf } from './log/murmur2.js';
export { ensureTopics } from './log/topics.js';
export type { Fetched, Log, LogConsumer, LogProducer, LogRecord, LogSight, NewRecord, Offset } from './log/port.js';
export { KeyBlocked } from './retry/blocked-keys.js';
export { deadLetterHeaders } from './retry/dead-letter.js';
export { failureOf, NonRetriable } from './retry/failure.js';
export type { RetryPolicy } from './retry/policy.js';
