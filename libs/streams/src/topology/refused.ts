/**
 * Why a topology does not start; the message says what to do.
 * - `name_taken`, `name_unfit`: of a table, an aggregate or a new key
 * - `stores_mixed`: one sub-topology would commit to two places
 * - `repartition_unsupported`: the store `postgres` says facts only
 * - `topic_missing`, `partitions_differ`, `partitioner_differs`: topics that are to be joined do not fit
 * - `changelog_misconfigured`: Kafka would lose state, or does not keep what is needed
 * - `grow_unsupported`, `grow_refused`: this topology can't grow by the command; not now, or not to that
 * - `topology_changed`, `changelog_partitions_differ`: what stands in the log was written by another topology
 */
export type RefusalCode =
  | 'name_taken'
  | 'name_unfit'
  | 'stores_mixed'
  | 'repartition_unsupported'
  | 'topic_missing'
  | 'partitions_differ'
  | 'partitioner_differs'
  | 'changelog_misconfigured'
  | 'changelog_partitions_differ'
  | 'topology_changed'
  | 'grow_unsupported'
  | 'grow_refused';

export class TopologyRefused extends Error {
  override readonly name = 'TopologyRefused';
  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message);
  }
}
