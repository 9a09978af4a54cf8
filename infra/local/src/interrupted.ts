const controller = new AbortController();

/** Aborts when this process is asked to end: Ctrl-C, a signal, or set-up being gone. */
export const interrupted: AbortSignal = controller.signal;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) {
  process.on(signal, () => controller.abort());
}

/** Resolves when this process is asked to end. */
export function interruption(): Promise<void> {
  return new Promise((resolve) => {
    if (interrupted.aborted) resolve();
    else interrupted.addEventListener('abort', () => resolve(), { once: true });
  });
}
