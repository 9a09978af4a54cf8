import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { nothing, type Component } from './component.js';
import { type Layout } from './layout.js';
import { ask } from './probes.js';

const embedded: Partial<Record<string, string>> = {
  'linux-x64': 'redis-server-6.2.6-v5-linux-amd64',
  'linux-arm64': 'redis-server-6.2.7-linux-arm64',
  'linux-ia32': 'redis-server-6.2.7-linux-386',
  'darwin-x64': 'redis-server-6.2.6-v5-darwin-amd64',
  'darwin-arm64': 'redis-server-6.2.6-v5-darwin-arm64',
};

/** A redis-server of the machine when it is 6.2 or newer (GEOSEARCH), else the one that was downloaded. */
function binary(layout: Layout): string {
  try {
    const [, major, minor] =
      /v=(\d+)\.(\d+)/.exec(execFileSync('redis-server', ['--version'], { encoding: 'utf8' })) ?? [];
    if (Number(major) > 6 || (Number(major) === 6 && Number(minor) >= 2)) return 'redis-server';
  } catch {
    // None on the PATH.
  }
  const name = embedded[`${process.platform}-${process.arch}`];
  if (name === undefined) {
    throw new Error(`No Redis for ${process.platform}-${process.arch}: install redis-server 6.2 or newer on the PATH.`);
  }
  const file = join(layout.jars, 'redis', name);
  chmodSync(file, 0o755);
  return file;
}

/** What it is told that matters wherever it runs. */
export const REDIS_FLAGS = ['--save', '60', '1', '--appendonly', 'no'] as const;

export function redis(layout: Layout, port: number): Component {
  const data = join(layout.data, 'redis');
  return {
    name: 'redis',
    after: [],
    port,
    marker: `127.0.0.1:${port}`,
    readyWithinMs: 20_000,
    stopSignal: 'SIGTERM',
    stopWithinMs: 10_000,
    async prepare() {
      mkdirSync(data, { recursive: true });
    },
    async command() {
      const options = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', data, ...REDIS_FLAGS];
      return { file: binary(layout), args: [...options, '--daemonize', 'no'] };
    },
    async isReady() {
      return (await ask(port, 'PING\r\n')).toString().startsWith('+PONG');
    },
    furnish: nothing,
  };
}
