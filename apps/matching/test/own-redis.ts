import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'redis';

/** A Redis of a suite's own, to be killed: another process of the program that runs for all suites. */
export class OwnRedis {
  #process: ChildProcess | undefined;

  private constructor(
    private readonly executable: string,
    private readonly port: number,
    private readonly folder: string,
  ) {}

  /** `beside`: the URL of the Redis that runs for all, on this machine. */
  static async start(beside: string): Promise<OwnRedis> {
    const client = await createClient({ url: beside }).connect();
    const executable = /^executable:(.+?)\r?$/m.exec(await client.info('server'))?.[1];
    client.destroy();
    if (executable === undefined) throw new Error('Redis does not say where its program is');
    const redis = new OwnRedis(executable, await freePort(), await mkdtemp(join(tmpdir(), 'redis-')));
    await redis.start();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** With what was saved, or with nothing. */
  async start(): Promise<void> {
    const args = ['--port', `${this.port}`, '--bind', '127.0.0.1', '--dir', this.folder, '--save', ''];
    this.#process = spawn(this.executable, args, { stdio: 'ignore' });
    await once(this.#process, 'spawn');
  }

  async kill(): Promise<void> {
    const ended = this.#process && once(this.#process, 'exit');
    this.#process?.kill('SIGKILL');
    await ended;
  }

  async end(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
