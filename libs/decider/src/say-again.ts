/** How far a row is on its compacted topic: the version that was said last, and the highest that has come back from there. */
export interface Versions {
  readonly version: number;
  readonly heard: number;
}

/** Of a row of which nothing has been said. */
export const UNSAID: Versions = { version: 0, heard: 0 };

/**
 * A compacted topic keeps only the last record of a key, so that must be the whole truth. The row's owner hears its own
 * facts and looks whether it is. Answers in which version the row must be said again now that `cameBack` was heard; null:
 * the topic is right, or will be when what is under way has arrived.
 */
export function sayAgainIn({ version, heard }: Versions, cameBack: number): number | null {
  // Hearers ignore a lower version, so a row that was restored from a backup is said again above what the log has.
  if (cameBack > version) return cameBack + 1;
  // An older record behind the newest would be all that a new hearer gets.
  if (cameBack < heard && heard === version) return version + 1;
  return null;
}

/** Whether a fact of this version changes the row; any other has come back from the log. */
export function isNews({ version }: Versions, of: number): boolean {
  return of === version + 1;
}

/** How far the row is after a fact of this version, said or come back. */
export function versionsAfter(was: Versions, of: number): Versions {
  if (isNews(was, of)) return { version: of, heard: was.heard };
  return { version: Math.max(of, was.version), heard: Math.max(of, was.heard) };
}
