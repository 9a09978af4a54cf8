import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts } from '../src/free-ports.js';
import { ordinary } from '../src/infrastructure.js';
import { keep } from '../src/kept.js';
import { layout as layoutOf, type Layout } from '../src/layout.js';
import { endLeftovers } from '../src/leftovers.js';
import { stillRunning } from '../src/pid-files.js';
import { type FromKeeper } from '../src/plan.js';
import { ask } from '../src/probes.js';
import { runningState } from '../src/state.js';

/** The order in which a front heard of its components. */
interface Front {
  readonly process: ChildProcess;
  readonly heard: { kind: string; name?: string }[];
}

async function until(what: string, true_: () => boolean): Promise<void> {
  const end = Date.now() + 20_000;
  while (!true_()) {
    if (Date.now() > end) throw new Error(`still not: ${what}`);
    await sleep(20);
  }
}

describe('a keeper and its front', () => {
  let layout: Layout;
  let env: NodeJS.ProcessEnv;
  let redisPort: number;

  async function startFront(only: string, ...more: string[]): Promise<Front> {
    const script = join(layout.root, 'infra', 'local', 'dist', 'test', 'front.js');
    const child = spawn(process.execPath, [script, layout.dir, only, ...more], {
      env,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const heard: Front['heard'] = [];
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      const lines = (text + chunk.toString()).split('\n');
      text = lines.pop() ?? '';
      heard.push(...lines.map((line) => JSON.parse(line) as { kind: string }));
    });
    await until('the stack is up', () => heard.some(({ kind }) => kind === 'up'));
    return { process: child, heard };
  }
  async function stop({ process: child }: Front): Promise<void> {
    child.stdin?.write('stop\n');
    await until('the front ended', () => child.exitCode !== null);
  }
  async function redis(command: string): Promise<string> {
    return (await ask(redisPort, `${command}\r\n`)).toString().trim();
  }

  beforeAll(async () => {
    layout = layoutOf(mkdtempSync(join(tmpdir(), 'ride-keeper-')));
    const ports = await freePorts(6);
    redisPort = ports[3] ?? 0;
    const names = ['KAFKA', 'KAFKA_CONTROLLER', 'POSTGRES', 'REDIS', 'SCHEMA_REGISTRY', 'ISSUER'];
    const rest = Object.entries(process.env).filter(([name]) => !name.startsWith('RIDE_'));
    env = {
      ...Object.fromEntries(rest),
      ...Object.fromEntries(names.map((name, i) => [`RIDE_${name}_PORT`, `${ports[i]}`])),
    };
  });

  afterAll(async () => {
    await endLeftovers(layout);
    rmSync(layout.dir, { recursive: true, force: true });
  });

  it('stops everything when its front is killed with -9', async () => {
    const front = await startFront('redis,issuer');
    const pids = stillRunning(layout.run);
    expect(pids.map(({ name }) => name).sort()).toEqual(['issuer', 'keeper', 'redis']);
    expect(runningState(layout)?.components).toEqual(['redis', 'issuer']);
    front.process.kill('SIGKILL');
    await until('all have ended', () => stillRunning(layout.run).length === 0);
    expect(existsSync(join(layout.run, 'state.json'))).toBe(false);
  });

  it('keeps its state over a restart, and drops it when asked for a fresh start', async () => {
    const first = await startFront('redis');
    expect(await redis('SET said once')).toBe('+OK');
    await stop(first);
    const second = await startFront('redis');
    expect(await redis('GET said')).toContain('once');
    await stop(second);
    const third = await startFront('redis', 'fresh');
    expect(await redis('GET said')).toBe('$-1');
    await stop(third);
  });

  it('starts again what dies, and says so', async () => {
    const front = await startFront('redis');
    const pid = stillRunning(layout.run).find(({ name }) => name === 'redis')?.pid ?? 0;
    process.kill(pid, 'SIGKILL');
    await until('it is back', () => front.heard.some(({ kind }) => kind === 'back'));
    expect(front.heard.find(({ kind }) => kind === 'died')).toMatchObject({ name: 'redis', how: 'signal SIGKILL' });
    expect(await redis('PING')).toBe('+PONG');
    await stop(front);
  });

  it('ends one component when it is asked to, and starts it again when it is asked to', async () => {
    const told: FromKeeper[] = [];
    const plan = { dir: layout.dir, only: ['redis'], options: ordinary, fresh: false, dropAfter: false };
    const kept = await keep(plan, env, (event) => told.push(event));
    for (const how of ['in order', 'killed'] as const) {
      await kept.halt('redis', how);
      await expect(redis('PING')).rejects.toThrow();
      await kept.resume('redis');
      expect(await redis('PING')).toBe('+PONG');
    }
    await kept.stop();
    // Nobody took it for an accident.
    expect(told.map(({ kind }) => kind)).toEqual(['ready', 'up', 'halted', 'back', 'halted', 'back', 'stopped']);
  });

  it('leaves processes behind only when it is killed itself, and the next start ends those', async () => {
    const front = await startFront('redis,issuer');
    const keeper = stillRunning(layout.run).find(({ name }) => name === 'keeper')?.pid ?? 0;
    process.kill(keeper, 'SIGKILL');
    await until('the keeper is gone', () => runningState(layout) === undefined);
    expect(
      stillRunning(layout.run)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['issuer', 'redis']);
    expect([...(await endLeftovers(layout)).ended].sort()).toEqual(['issuer', 'redis']);
    expect(stillRunning(layout.run)).toEqual([]);
    front.process.kill('SIGKILL');
  });

  it('does not take a stranger for its own: a pid that another program has now is left alone', async () => {
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const { record } = await import('../src/pid-files.js');
    record(layout.run, {
      name: 'redis',
      pid: stranger.pid ?? 0,
      marker: `127.0.0.1:${redisPort}`,
      stopSignal: 'SIGTERM',
    });
    expect((await endLeftovers(layout)).ended).toEqual([]);
    expect(stranger.exitCode).toBeNull();
    stranger.kill('SIGKILL');
  });

  it('leaves a stack alone that is kept, and says by whom', async () => {
    const front = await startFront('redis');
    expect(await endLeftovers(layout)).toEqual({ keptBy: runningState(layout)?.keeper, ended: [] });
    await stop(front);
  });
});
