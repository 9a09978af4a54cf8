import type { ChildProcess } from 'node:child_process';
import { ended, nextMessage, startChild } from './child.js';
import type { RedriveJob, Tells } from './redrive-job.js';

/** The service of the redrive benchmark, in a process of its own, which may kill itself. */
export class RedriveService {
  private constructor(private readonly child: ChildProcess) {}

  static async start(job: RedriveJob): Promise<RedriveService> {
    const child = startChild('redrive', job);
    await nextMessage<Tells>(child);
    return new RedriveService(child);
  }

  /** Orders the replay of all dead letters; resolves to the repair's id when it is written down. */
  async replayAll(): Promise<string> {
    const answer = nextMessage<Tells>(this.child);
    this.child.send('replay');
    const told = await answer;
    if (told === 'hears') throw new Error('the service did not understand');
    return told.order;
  }

  /** Resolves when the process has killed itself; rejects when it has ended in another way. */
  async killed(): Promise<void> {
    await ended(this.child);
    if (this.child.signalCode !== 'SIGKILL') throw new Error(`the service ended by itself (${this.child.exitCode})`);
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await ended(this.child);
  }
}
