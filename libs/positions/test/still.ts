import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a port through which, from some time on, nothing goes any more, though it stays open. */
export async function wayTo(port: number) {
  const sockets: Socket[] = [];
  const server = createServer((from) => {
    const to = connect(port, '127.0.0.1');
    sockets.push(from, to);
    for (const socket of [from, to]) socket.on('error', () => undefined);
    from.pipe(to).pipe(from);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    standStill: () => sockets.forEach((socket) => socket.unpipe().pause()),
    end: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
