/** What a member says of itself when it joins. */
export interface Member {
  readonly id: string;
  /** Names the process to others; where it can be asked, if it can. */
  readonly owner: string;
  readonly address: string | undefined;
  readonly fingerprint: string;
  /** Tasks whose state it has in memory now. */
  readonly has: readonly string[];
  /** Tasks whose state it has on disk. */
  readonly hasOnDisk: readonly string[];
}

/**
 * Each task to one member: whoever has its state in memory keeps it, as far as the members stay even; then whoever has it on disk; the
 * rest to who has least. In the order of `tasks`: when that goes by partitions, each member gets of every sub-topology. The same for the same members, whoever works it out.
 */
export function assign(tasks: readonly string[], members: readonly Member[]): ReadonlyMap<string, readonly string[]> {
  const sorted = [...members].sort((a, b) => (a.id < b.id ? -1 : 1));
  const least = Math.floor(tasks.length / sorted.length);
  let larger = tasks.length % sorted.length;
  const own = new Map<string, string[]>(sorted.map(({ id }) => [id, []]));
  const left = new Set(tasks);
  const give = (task: string, to: string[]): void => {
    to.push(task);
    left.delete(task);
  };
  for (const kept of ['has', 'hasOnDisk'] as const)
    for (const member of sorted) {
      const to = own.get(member.id)!;
      const known = new Set(member[kept]);
      for (const task of tasks) {
        if (!known.has(task) || !left.has(task) || to.length > least) continue;
        if (to.length === least && larger === 0) continue;
        if (to.length === least) larger -= 1;
        give(task, to);
      }
    }
  for (const task of tasks) {
    if (!left.has(task)) continue;
    const to = [...own.values()].reduce((a, b) => (b.length < a.length ? b : a));
    give(task, to);
  }
  return own;
}
