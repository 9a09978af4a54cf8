/**
 * Waits for statements that were sent one behind the other. When one fails, those behind it fail too ("transaction is
 * aborted"): the first in the order of sending is the reason, whichever promise is told first.
 */
export async function pipelined<const T extends readonly unknown[]>(
  statements: T,
): Promise<{ -readonly [N in keyof T]: Awaited<T[N]> }> {
  const ends = await Promise.allSettled(statements);
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
  return ends.map((end) => (end as PromiseFulfilledResult<unknown>).value) as never;
}
