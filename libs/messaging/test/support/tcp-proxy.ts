import net from 'node:net';
import { KafkaConversation, type Swallow } from './kafka-conversation.js';

type Direction = 'to server' | 'to client';

/**
 * Stands between a client and one server and misbehaves when told to. Give kafkajs its `socketFactory`: it then goes
 * through the proxy whatever address the broker advertises.
 */
export class TcpProxy {
  readonly #server: net.Server;
  readonly #pairs = new Set<{ client: net.Socket; server: net.Socket }>();
  #refusing = false;
  #silent = false;
  #delayMs = 0;
  #watch: ((bytes: Buffer, direction: Direction) => boolean) | null = null;
  #swallow: Swallow | null = null;

  private constructor(private readonly target: { host: string; port: number }) {
    this.#server = net.createServer((client) => this.#connect(client));
  }

  static async to(port: number, host = '127.0.0.1'): Promise<TcpProxy> {
    const proxy = new TcpProxy({ host, port });
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the proxy is closed');
    return address.port;
  }

  readonly socketFactory = ({ onConnect }: { onConnect: () => void }): net.Socket => {
    const socket = net.connect({ host: '127.0.0.1', port: this.port }, onConnect);
    socket.setKeepAlive(true);
    return socket;
  };

  /** Cuts all connections. */
  reset(): void {
    for (const { client, server } of this.#pairs) {
      client.resetAndDestroy();
      server.resetAndDestroy();
    }
  }

  /** Cuts all connections, and new ones at once, until `restore`. */
  refuse(): void {
    this.#refusing = true;
    this.reset();
  }

  /** Passes nothing on in either direction, and keeps the connections, until `restore`; what was held back is lost. */
  silence(): void {
    this.#silent = true;
  }

  /** Every piece of bytes arrives so much later. */
  delay(ms: number): void {
    this.#delayMs = ms;
  }

  /** Cuts a connection instead of passing on the first bytes for which `when` is true. */
  cutWhen(when: (bytes: Buffer, direction: Direction) => boolean): void {
    this.#watch = when;
  }

  /**
   * The broker gets the next produce request and appends, but its answer is lost: the connection is cut instead, or
   * stays silent. Resolves when that has happened.
   */
  swallowNextProduceAnswer(then: 'cut' | 'silence' = 'cut'): Promise<void> {
    return new Promise((happened) => {
      this.#swallow = { then, happened };
    });
  }

  restore(): void {
    this.#refusing = false;
    this.#silent = false;
    this.#delayMs = 0;
    this.#watch = null;
    this.#swallow = null;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.reset();
    await closed;
  }

  #connect(client: net.Socket): void {
    if (this.#refusing) {
      client.resetAndDestroy();
      return;
    }
    const server = net.connect(this.target);
    const pair = { client, server };
    this.#pairs.add(pair);
    const kafka = new KafkaConversation(() => this.#takeSwallow());
    const end = (): void => {
      this.#pairs.delete(pair);
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) socket.setNoDelay(true).on('error', end).on('close', end);
    client.on('data', (bytes) => this.#pass(bytes, 'to server', server, end, () => kafka.asked(bytes)));
    server.on('data', (bytes) => this.#pass(bytes, 'to client', client, end, () => kafka.answered(bytes)));
  }

  #pass(
    bytes: Buffer,
    direction: Direction,
    to: net.Socket,
    end: () => void,
    verdict: () => 'pass' | 'drop' | 'cut',
  ): void {
    if (this.#silent) return;
    if (this.#watch?.(bytes, direction)) {
      this.#watch = null;
      end();
      return;
    }
    const decided = verdict();
    if (decided === 'cut') end();
    else if (decided === 'pass') {
      if (this.#delayMs > 0) setTimeout(() => to.write(bytes), this.#delayMs);
      else to.write(bytes);
    }
  }

  #takeSwallow(): Swallow | null {
    const swallow = this.#swallow;
    this.#swallow = null;
    return swallow;
  }
}
