import type { ClientBase } from 'pg';
import type { Socket } from 'node:net';

/**
 * Lets the statements that are sent in one go leave in one write: each write is a call into the kernel that wakes the
 * server up. (pg writes each statement by itself, also on a session that is pipelined.)
 */
export function inOneWrite(client: ClientBase): void {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Socket } }).connection;
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  let corked = false;
  const collecting = (...args: unknown[]): unknown => {
    if (!corked) {
      corked = true;
      stream.cork();
      process.nextTick(() => {
        corked = false;
        stream.uncork();
      });
    }
    return query(...args);
  };
  client.query = collecting as typeof client.query;
}
