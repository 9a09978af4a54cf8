/** One server-sent event as it came. */
export interface Received {
  readonly id: number;
  readonly type: string;
  readonly data: Record<string, unknown>;
}

/** Reads a person's event stream until it is told to stop or the server ends it. */
export function listen(url: string, token: string, lastEventId?: number) {
  const control = new AbortController();
  const events: Received[] = [];
  const passing: Omit<Received, 'id'>[] = [];
  const waiting = new Set<() => void>();
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));

  const ended = (async () => {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(lastEventId !== undefined && { 'last-event-id': `${lastEventId}` }),
    };
    const response = await fetch(`${url}/events`, { headers, signal: control.signal });
    if (response.status !== 200 || response.body === null)
      throw new Error(`${response.status} ${await response.text()}`);
    let text = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      open();
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const { id, event, data } = Object.fromEntries(block.split('\n').map((line) => line.split(/: ?(.*)/s)));
        if (event === undefined) continue;
        const received = { type: event, data: JSON.parse(data ?? 'null') as Received['data'] };
        if (id !== undefined) events.push({ id: Number(id), ...received });
        else passing.push(received);
      }
      for (const look of waiting) look();
    }
  })().catch((error: unknown) => {
    if (!control.signal.aborted) throw error;
  });

  return {
    events,
    /** Those without an id. */
    passing,
    opened,
    ended,
    /** Resolves when so many events with an id have come, and so many without. */
    has: (count: number, withoutId = 0) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (events.length < count || passing.length < withoutId) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    stop: () => control.abort(),
  };
}
