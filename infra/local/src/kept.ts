import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { layout as layoutOf, type Layout } from './layout.js';
import { type FromKeeper, type How, type Plan, type ToKeeper } from './plan.js';
import { keeperMarker } from './state.js';

/** Thrown when a stack does not come up. It is stopped by then. */
export class StackFailed extends Error {
  constructor(
    message: string,
    readonly component: string,
    readonly log: string | undefined,
  ) {
    super(message);
    this.name = 'StackFailed';
  }
}

/** A stack as its front sees it: up, until `stop` or until this process is gone, however that happens. */
export interface Kept {
  readonly layout: Layout;
  /** Ends one component, and nobody starts it again; resolves when it has ended. */
  halt(name: string, how?: How): Promise<void>;
  /** Starts a component that was halted; resolves when it is ready. Throws StackFailed. */
  resume(name: string): Promise<void>;
  /** Stops everything in order; resolves when all of it has ended. */
  stop(): Promise<void>;
  /** Resolves when the keeper has ended, wanted or not. */
  readonly gone: Promise<void>;
}

/**
 * Starts a keeper and waits until its stack is up. Throws StackFailed, also when `interrupted` aborts while it starts.
 * `tell` hears what happens, also later.
 */
export async function keep(
  plan: Plan,
  env: NodeJS.ProcessEnv,
  tell: (event: FromKeeper) => void,
  interrupted?: AbortSignal,
): Promise<Kept> {
  const layout = layoutOf(plan.dir);
  mkdirSync(layout.logs, { recursive: true });
  const sink = openSync(join(layout.logs, 'keeper.log'), 'w');
  const keeper = fork(join(layout.root, 'infra', 'local', 'dist', 'src', 'keeper.js'), [keeperMarker(layout)], {
    detached: true,
    stdio: ['ignore', sink, sink, 'ipc'],
    execArgv: ['--enable-source-maps'],
    env,
  });
  closeSync(sink);
  const gone = new Promise<void>((resolve) => keeper.once('exit', () => resolve()));
  const kept: Kept = {
    layout,
    gone,
    halt: (name, how = 'in order') => request(keeper, { kind: 'halt', name, how }, 'halted'),
    resume: (name) => request(keeper, { kind: 'resume', name }, 'back'),
    stop: () => ask(keeper, { kind: 'stop' }).then(() => gone),
  };
  const up = new Promise<void>((resolve, reject) => {
    let failed: StackFailed | undefined;
    keeper.on('message', (message: FromKeeper) => {
      if (message.kind === 'failed') failed = new StackFailed(message.message, message.name, message.log);
      else if (message.kind === 'up') resolve();
      tell(message);
    });
    const early = (): StackFailed =>
      new StackFailed('The keeper of the stack ended early.', 'keeper', join(layout.logs, 'keeper.log'));
    void gone.then(() => reject(failed ?? early()));
  });
  const giveUp = (): void => void kept.stop();
  interrupted?.addEventListener('abort', giveUp, { once: true });
  await ask(keeper, { kind: 'start', plan });
  await up;
  interrupted?.removeEventListener('abort', giveUp);
  return kept;
}

/** Asks something about a component and waits for the event that says it is done. */
async function request(
  keeper: ChildProcess,
  message: ToKeeper & { readonly name: string },
  done: FromKeeper['kind'],
): Promise<void> {
  const answered = Promise.withResolvers<void>();
  const hear = (event: FromKeeper): void => {
    if (!('name' in event) || event.name !== message.name) return;
    if (event.kind === done) answered.resolve();
    else if (event.kind === 'failed') answered.reject(new StackFailed(event.message, event.name, event.log));
  };
  const left = (): void => answered.reject(new StackFailed('The keeper of the stack has ended.', 'keeper', undefined));
  keeper.on('message', hear).once('exit', left);
  try {
    await ask(keeper, message);
    await answered.promise;
  } finally {
    keeper.off('message', hear).off('exit', left);
  }
}

/** Says something to the keeper. One that is gone hears nothing, and that is fine: its end is told by `gone`. */
function ask(keeper: ChildProcess, message: ToKeeper): Promise<void> {
  return new Promise((resolve) => {
    if (keeper.connected) keeper.send(message, () => resolve());
    else resolve();
  });
}
