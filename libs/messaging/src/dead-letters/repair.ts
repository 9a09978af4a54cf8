import type { Selection } from './filter.sql.js';

export const REPAIR_KINDS = ['replay', 'discard', 'release', 'edit'] as const;
export type RepairKind = (typeof REPAIR_KINDS)[number];

/** What an operator asks for. */
export interface RepairOrder {
  /** A UUID: the same id means the same repair, however often it is asked for. */
  readonly id: string;
  readonly kind: 'replay' | 'discard' | 'release';
  readonly selection: Selection;
  readonly reason?: string | undefined;
  /** The operator, a UUID. */
  readonly who: string;
  /** Facts per second; a key's facts go together, so it is an average. Absent: as fast as it goes. */
  readonly rate?: number | undefined;
  /** At most so many facts: those that stand first. */
  readonly limit?: number | undefined;
  /** The operator knows that later facts of some keys have been handled, and wants them replayed all the same. */
  readonly acceptOvertaken?: boolean | undefined;
}

/** How far a repair is. Times are ISO 8601, UTC. */
export interface Repair {
  readonly id: string;
  readonly kind: RepairKind;
  readonly filter: unknown;
  readonly reason: string | null;
  readonly who: string;
  readonly at: string;
  readonly rate: number | null;
  readonly limit: number | null;
  readonly acceptOvertaken: boolean;
  readonly status: 'running' | 'done' | 'cancelled';
  readonly cancelledBy: string | null;
  readonly finishedAt: string | null;
  /** Why its steps could not be done at the last try. */
  readonly trouble: string | null;
  /** Facts that it is about, and how many of them it has dealt with. */
  readonly total: number;
  readonly done: number;
  /** Steps by what became of them. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Of those put back: handled meanwhile, still in their queues, dead again. */
  readonly since: { readonly handled: number; readonly waiting: number; readonly deadAgain: number };
}

/** The columns of `repair r` as a Repair has them, without what has become of its facts. */
export const REPAIR_COLUMNS = `r.id, r.kind, r.filter, r.reason, r.who, r.at, r.rate, r."limit", r.accept_overtaken AS "acceptOvertaken",
  r.status, r.cancelled_by AS "cancelledBy", r.finished_at AS "finishedAt", r.trouble, r.total, r.done`;

/** What has become of the facts of `repair r`. The copy of an edited fact counts in its place. */
export const PROGRESS = `SELECT
    (SELECT coalesce(jsonb_object_agg(o.outcome, o.n), '{}') FROM (
       SELECT s.outcome, count(*) AS n FROM repair_step s WHERE s.repair = r.id AND s.done_at IS NOT NULL GROUP BY 1) o) AS outcomes,
    (SELECT jsonb_build_object(
       'handled', count(*) FILTER (WHERE f.status = 'replayed'),
       'waiting', count(*) FILTER (WHERE f.status = 'waiting'),
       'deadAgain', count(*) FILTER (WHERE f.status = 'dead'))
     FROM repair_step s JOIN failed_fact f ON f.id = coalesce(s.became, s.fact)
     WHERE s.repair = r.id AND s.outcome IN ('put_back', 'edited')) AS since`;
