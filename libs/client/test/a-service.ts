import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a service that is not the real one answers, request by request; the last goes on for ever. */
export type Script = readonly ((request: IncomingMessage, response: ServerResponse) => void)[];

export const answers =
  (status: number, body: unknown = {}, headers: Record<string, string> = {}) =>
  (_: IncomingMessage, response: ServerResponse) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
export const cut = ({ socket }: IncomingMessage) => socket.resetAndDestroy();

export async function service(script: Script) {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    const act = script[Math.min(asked.length, script.length - 1)];
    asked.push(request);
    request.resume();
    act?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    header: (name: string) => asked.map(({ headers }) => headers[name]),
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
