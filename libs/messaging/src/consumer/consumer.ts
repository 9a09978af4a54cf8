import { setTimeout as sleep } from 'node:timers/promises';
import { telemetry } from '@ride/observability';
import { LogError } from '../log/port.js';
import type { Stretch } from './again.js';
import { Membership } from './membership.js';
import type { AnySettings, ConsumerSettings, RunningConsumer } from './options.js';
import type { Standing } from './backlog.js';
import { Progress, STUCK_MS } from './progress.js';
import { Trials } from './trials.js';
import { Units } from './units.js';

const SHORTEST_BACKOFF_MS = 100;
const LONGEST_BACKOFF_MS = 5_000;
const REPLACE_AFTER_MS = 30_000;
/** The crash of a member that has lived so long is not counted with those before it. */
const STEADY_MS = 30_000;

class GroupConsumer implements RunningConsumer {
  readonly #progress: Progress;
  readonly #units: Units | null;
  readonly #trials: Trials | undefined;
  readonly #firstJoin = Promise.withResolvers<void>();
  readonly #stop = new AbortController();
  readonly #running: Promise<void>;
  #member: Membership | null = null;
  #isPaused: boolean;
  #crashes = 0;

  constructor(private readonly settings: AnySettings) {
    this.#isPaused = settings.isPaused ?? false;
    this.#progress = new Progress(settings.groupId, {
      afterMs: settings.stuckAfterMs ?? STUCK_MS,
      isFlow: settings.flow !== undefined,
    });
    this.#progress.paused(this.#isPaused);
    this.#units = settings.flow ? null : this.#unitsOf(settings);
    this.#trials = settings.flow ? undefined : this.#trialsOf(settings);
    this.#running = this.#run();
    this.#tell();
  }

  #tell(): void {
    const attributes = { 'messaging.consumer.group.name': this.settings.groupId };
    telemetry()?.watch('ride.lag.records', () => [{ value: this.#progress.lag.records, attributes }]);
    telemetry()?.watch('ride.lag.seconds', () => [{ value: this.#progress.lag.ms / 1_000, attributes }]);
  }

  joined(): Promise<void> {
    return this.#firstJoin.promise;
  }

  health(): ReturnType<Progress['health']> {
    return this.#progress.health();
  }

  troubles(): ReturnType<Progress['troubles']> {
    return this.#progress.troubles();
  }

  figures(): ReturnType<Progress['figures']> {
    return this.#progress.figures();
  }

  get groupId(): string {
    return this.settings.groupId;
  }

  get topics(): readonly string[] {
    return this.settings.topics;
  }

  looked(standings: readonly Standing[]): void {
    this.#progress.looked(standings);
  }

  share(topic: string): readonly number[] {
    return this.#member?.share(topic) ?? [];
  }

  async again(stretch: Stretch, stands: bigint): Promise<void> {
    if (!this.#member) throw new LogError('group_changed', 'it has no member in its group now');
    await this.#member.again(stretch, stands);
  }

  pause(): void {
    this.#pauses(true);
  }

  resume(): void {
    this.#pauses(false);
  }

  #pauses(isPaused: boolean): void {
    if (isPaused === this.#isPaused) return;
    this.#isPaused = isPaused;
    this.#progress.paused(isPaused);
    this.#member?.pauses();
    this.settings.logger.warn({ group: this.settings.groupId }, isPaused ? 'the consumer is paused' : 'it goes on');
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    // A member that can't end is let go of.
    await Promise.race([this.#member?.end(null), this.#running]);
    await this.#running;
  }

  /** A member that has crashed or cannot start is followed by another, for as long as the process lives. */
  async #run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      const member = new Membership(this.settings, this.#units, this.#trials, this.#progress, {
        joined: () => this.#firstJoin.resolve(),
        isPaused: () => this.#isPaused,
      });
      this.#member = member;
      const began = performance.now();
      const why = await this.#untilItEnds(member);
      this.#progress.left(why === null ? 'stopped' : why.message);
      if (why === null) return;
      if (performance.now() - began > STEADY_MS) this.#crashes = 0;
      await this.#letGo(member, why);
      if (signal.aborted) return;
      this.settings.logger.warn({ err: why, group: this.settings.groupId }, 'the consumer starts again');
      const backoff = Math.min(SHORTEST_BACKOFF_MS * 2 ** this.#crashes, LONGEST_BACKOFF_MS);
      this.#crashes += 1;
      await sleep(backoff, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Resolves with why it has ended, or is taken for dead: kafkajs can stop in silence. */
  async #untilItEnds(member: Membership): Promise<Error | null> {
    const silence = Promise.withResolvers<Error>();
    const watch = setInterval(() => {
      if (this.#progress.isSilentFor(this.#replaceAfterMs))
        silence.resolve(new Error(`no answer from the broker for ${this.#replaceAfterMs / 1000} s`));
    }, 1_000);
    const why = await Promise.race([member.live().catch(asError), silence.promise]);
    clearInterval(watch);
    return why;
  }

  /** One that can't even end is left alone: nothing that it tells counts any more, and it ends as soon as it can. */
  async #letGo(member: Membership, why: Error): Promise<void> {
    member.disown();
    const inTime = new AbortController();
    const ended = member.end(why).then(() => inTime.abort());
    await Promise.race([ended, sleep(this.#replaceAfterMs, undefined, inTime).catch(() => undefined)]);
    if (!inTime.signal.aborted)
      this.settings.logger.error({ group: this.settings.groupId }, 'the consumer does not end, and is left alone');
    this.#member = null;
  }

  get #replaceAfterMs(): number {
    return this.settings.replaceAfterMs ?? REPLACE_AFTER_MS;
  }

  #unitsOf({ hear, batch = 1_000, partitionsAtOnce = 4 }: ConsumerSettings): Units {
    return new Units(batch, partitionsAtOnce, (records, wanted) => this.#hear(() => hear(records), wanted));
  }

  #trialsOf({ hear, begun, logger, groupId }: ConsumerSettings): Trials | undefined {
    return (
      begun &&
      new Trials({
        begun,
        hear,
        inPlace: (work, wanted) => this.#hear(work, wanted),
        onCareful: (beginning, times) =>
          logger.error(
            { group: groupId, ...beginning, times },
            'a batch never ended: its records are heard one by one',
          ),
      })
    );
  }

  /** Waits in place while infrastructure is out of reach: nothing is skipped, and nothing of it is kafkajs' affair. */
  async #hear(hear: () => Promise<void>, wanted: () => boolean): Promise<boolean> {
    const unit = this.#progress.began();
    let heard = false;
    for (let failures = 0; !heard && wanted(); failures += 1) {
      try {
        await hear();
        heard = true;
      } catch (error) {
        if (failures === 0)
          this.settings.logger.warn({ err: error, group: this.settings.groupId }, 'records wait in place');
        this.#progress.waits(error, unit);
        await this.#backOff(failures, wanted);
      }
    }
    this.#progress.ended(unit, heard);
    return heard;
  }

  async #backOff(failures: number, wanted: () => boolean): Promise<void> {
    const end = Date.now() + Math.min(SHORTEST_BACKOFF_MS * 2 ** failures, LONGEST_BACKOFF_MS);
    while (wanted() && Date.now() < end) await sleep(Math.min(100, Math.max(1, end - Date.now())));
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/**
 * Hears topics as a member of a group, until it is stopped. Does not wait for the broker, nor throw when it is out of
 * reach: `health()` tells, and `joined()` waits.
 */
export const startConsumer = (settings: AnySettings): RunningConsumer => new GroupConsumer(settings);
