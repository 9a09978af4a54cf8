import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { backendsCpu } from './backends.js';
import type { Contestant } from './contestant.js';

export interface Asked {
  readonly url: string;
  readonly seconds: number;
  readonly connections: number;
  readonly tokens: readonly string[];
}
export interface Answered {
  readonly done: number;
  readonly failed: number;
  /** Latency, milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

export interface Turn {
  /** Requests per second of CPU time that the server's process took. */
  readonly perServer: number;
  /** The same, with the CPU time of its sessions in PostgreSQL; undefined where the system doesn't tell. */
  readonly perBoth: number | undefined;
  /** Requests per second. */
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
}

/** One contestant's turn under load, the others being idle. */
export async function turnOf(server: Contestant, load: Omit<Asked, 'url'>): Promise<Turn> {
  const [cpu, backends] = [await server.cpu(), await backendsCpu(server.database)];
  const { done, failed, p50, p99 } = await loaded({ ...load, url: server.url });
  const took = (await server.cpu()) - cpu;
  const after = await backendsCpu(server.database);
  if (failed > 0 || done === 0) throw new Error(`${server.name}: ${failed} of ${failed + done} requests failed`);
  return {
    perServer: done / took,
    perBoth: after === undefined || backends === undefined ? undefined : done / (took + after - backends),
    rate: done / load.seconds,
    p50,
    p99,
  };
}

async function loaded(asked: Asked): Promise<Answered> {
  const child = fork(join(import.meta.dirname, 'load.js'), [JSON.stringify(asked)], { execArgv: [] });
  const [answered] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('the load ended without an answer'))),
  ])) as [Answered];
  return answered;
}
