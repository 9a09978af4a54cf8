import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Arrivals } from '@ride/testing';

/** A request as it reached the receiver, and what it was answered. */
export interface Post {
  readonly path: string;
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Of the message in the body. */
  readonly kind: string;
  readonly status: number;
}
/** What a path answers, a status, to the n-th request that it gets, from 1. */
type Answering = (n: number) => number | Promise<number>;

/** A server that people have registered as their webhook: each path is somebody's. */
export class Receiver {
  readonly posts = new Arrivals<Post>((post) => `${post.path} ${post.id} ${post.kind} ${post.status}`);
  readonly #answering = new Map<string, Answering>();
  readonly #counts = new Map<string, number>();
  readonly #server: Server;
  connections = 0;

  private constructor() {
    this.#server = createServer((request, response) => void this.#take(request, response));
    this.#server.on('connection', () => this.connections++);
  }

  static async start(): Promise<Receiver> {
    const receiver = new Receiver();
    await new Promise<void>((resolve) => receiver.#server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** The path answers so; without it 200. */
  answer(path: string, answering: Answering): void {
    this.#answering.set(path, answering);
  }

  /** What has reached the path, in the order of arrival. */
  at(path: string): readonly Post[] {
    return this.posts.all.filter((post) => post.path === path);
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const path = request.url ?? '';
    const n = (this.#counts.get(path) ?? 0) + 1;
    this.#counts.set(path, n);
    const status = (await this.#answering.get(path)?.(n)) ?? 200;
    const body = Buffer.concat(chunks).toString();
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const { kind } = (JSON.parse(body) as { data: { kind: string } }).data;
    response.writeHead(status, { location: `http://127.0.0.1:${this.port}/elsewhere` }).end();
    this.posts.add({ path, id: headers['webhook-id'] ?? '', headers, body, kind, status });
  }
}
