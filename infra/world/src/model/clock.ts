/** When a world begins, UTC milliseconds. */
export const BEGIN = Date.UTC(2026, 0, 5, 8);

/** The world's time. The services' own code asks `Date.now()`, which is, while one of them acts, what its clock shows. */
export class Clock {
  /** True time, UTC milliseconds: nobody in the world knows it. */
  now = BEGIN;

  /** Runs by a clock that is `skewMs` ahead of true time, or behind it. */
  async by<T>(skewMs: number, run: () => Promise<T>): Promise<T> {
    const before = Date.now;
    Date.now = () => this.now + skewMs;
    try {
      return await run();
    } finally {
      Date.now = before;
    }
  }
}
