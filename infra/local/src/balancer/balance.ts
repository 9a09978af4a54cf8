import { connect, createServer, type Server, type Socket } from 'node:net';

/**
 * Gives each connection to the next of some local ports, and to the one after it when nobody listens there: what stands before
 * several instances of a service. A connection that an instance breaks off is broken off for its client too.
 */
export function balance(port: number, targets: readonly number[]): Promise<Server> {
  let next = 0;
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    const first = next++;
    const order = targets.map((_, n) => targets[(first + n) % targets.length] ?? 0);
    client.on('error', () => client.destroy());
    void reach(client, order);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1' }, () => resolve(server));
  });
}

async function reach(client: Socket, order: readonly number[]): Promise<void> {
  for (const port of order) {
    const target = await connected(port);
    if (target === undefined) continue;
    const both = (): void => {
      target.destroy();
      client.destroy();
    };
    target.on('error', both);
    target.on('close', both);
    client.on('close', both);
    if (client.destroyed) return both();
    client.pipe(target).pipe(client);
    return;
  }
  client.destroy();
}

/** Undefined when nobody listens. */
function connected(port: number): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
    socket.once('error', () => resolve(undefined));
    socket.once('connect', () => {
      socket.removeAllListeners('error');
      resolve(socket);
    });
  });
}
