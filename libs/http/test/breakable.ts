import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A TCP proxy that can be cut, so that what goes through it fails, or stopped, so that nothing goes through it any more. */
export async function breakable(port: number) {
  const sockets = new Set<Socket>();
  const pairs = new Map<Socket, Socket>();
  let cut = false;
  const server = createServer((from) => {
    if (cut) return void from.destroy();
    const to = connect(port, '127.0.0.1');
    for (const [a, b] of [
      [from, to],
      [to, from],
    ] as const) {
      sockets.add(a);
      a.on('error', () => b.destroy());
      a.on('close', () => void (sockets.delete(a), pairs.delete(a), b.destroy()));
      pairs.set(a, b);
      a.pipe(b);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => {
      cut = true;
      for (const socket of sockets) socket.destroy();
    },
    mend: () => (cut = false),
    stop: () => {
      for (const [a, b] of pairs) a.unpipe(b);
    },
    goOn: () => {
      for (const [a, b] of pairs) a.pipe(b);
    },
    end: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
