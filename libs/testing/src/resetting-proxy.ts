import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Where a connection is reset: its request never arrives, arrives while nobody waits for it, or is answered to nobody. */
export const RESETS = ['before the request', 'behind the request', 'before the answer'] as const;
export type Reset = (typeof RESETS)[number];

/** A bad network before a server: each connection is reset where `resetOf` says, if it says so. */
export class ResettingProxy {
  readonly #sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    /** As the server's, through the proxy. */
    readonly url: string,
  ) {}

  static async before(url: string, resetOf: () => Reset | undefined): Promise<ResettingProxy> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const proxy = new ResettingProxy(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('connection', (client) =>
      proxy.#pass(client, connect(Number(new URL(url).port), '127.0.0.1'), resetOf()),
    );
    return proxy;
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.server.close();
  }

  #pass(client: Socket, server: Socket, reset: Reset | undefined): void {
    const end = () => {
      client.resetAndDestroy();
      server.resetAndDestroy();
    };
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.on('error', end).on('close', () => {
        this.#sockets.delete(socket);
        end();
      });
    }
    client.on('data', (bytes) => {
      if (reset === 'before the request') return end();
      server.write(bytes, () => {
        if (reset === 'behind the request') end();
      });
    });
    server.on('data', (bytes) => {
      if (reset === 'before the answer') return end();
      client.write(bytes);
    });
  }
}
