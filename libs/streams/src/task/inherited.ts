/** What a task knows of the application that it succeeds, while that grows into this one. Changes while the task runs. */
export interface Inherited {
  /** The one before still says what is said: windows are kept, nothing is late, and nothing leaves. */
  readonly isMuted: boolean;
  readonly mayCloseIdle: boolean;
  /** The one before has had the last word on a window: its result is said, and what is missing in it was late. */
  isOver(aggregate: string, key: string, end: number): boolean;
  /** The stream time that the one before has come to in the end; undefined while it runs. */
  timeOf(aggregate: string): number | undefined;
  /** A topic that is not to be read yet. */
  waitsFor(topic: string): boolean;
}
