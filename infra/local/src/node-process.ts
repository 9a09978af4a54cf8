import { existsSync } from 'node:fs';
import { nothing, type Component } from './component.js';
import { NODE_FLAGS } from './node-flags.js';
import { type Layout } from './layout.js';
import { answersOk } from './probes.js';

export interface NodeProcess {
  readonly name: string;
  readonly script: string;
  readonly port: number;
  /** Path that answers 200 when it has come up. */
  readonly readyAt: string;
  readonly after: readonly string[];
  readonly args?: readonly string[];
  /** Beside the environment of the stack. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A service, or the issuer: a program of ours under the same Node as this one. */
export function nodeProcess(layout: Layout, of: NodeProcess): Component {
  const { name, script, port, readyAt, after, args = [], env = {} } = of;
  const marker = `--stack=${layout.run}`;
  return {
    name,
    after,
    port,
    marker,
    readyWithinMs: 90_000,
    stopSignal: 'SIGTERM',
    stopWithinMs: 20_000,
    prepare: nothing,
    async command() {
      if (!existsSync(script)) throw new Error(`${script} is not there: run npm run build.`);
      return { file: process.execPath, args: [...NODE_FLAGS, script, marker, ...args], env };
    },
    async isReady() {
      return answersOk(`http://127.0.0.1:${port}${readyAt}`);
    },
    furnish: nothing,
  };
}
