import { connect } from '@ride/client';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EventStream } from './event-stream.js';

type Answering = (request: IncomingMessage, response: ServerResponse) => void;

let stop: () => void;
afterEach(() => stop());

/** The rider service's clients: each of their requests is answered as the next of a list says, the last one for ever. */
async function rider(...answers: Answering[]) {
  const asked: unknown[] = [];
  const server = createServer((request, response) => {
    answers[Math.min(asked.push(request.headers['last-event-id']), answers.length) - 1]?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stop = () => {
    server.close();
    server.closeAllConnections();
  };
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { asked, client: connect('rider', { url, token: 't' }) };
}
const event = (id: number) => `id: ${id}\nevent: ride.arrived\ndata: {"rideId":"r","status":"arrived"}\n\n`;
const tells =
  (id: number): Answering =>
  (request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(event(id));
    setImmediate(() => request.socket.destroy());
  };
const refuses: Answering = (_, response) => response.writeHead(403).end('{"code":"forbidden"}');

describe('a stream', () => {
  it('tells what comes, when it stands again, and when the service gives it no longer', async () => {
    const { client, asked } = await rider(tells(1), tells(2), refuses);
    const [heard, lost] = [[] as unknown[], Promise.withResolvers<unknown>()];
    let reopened = 0;
    const stream = new EventStream(client, {
      heard: ({ id }) => heard.push(id),
      reopened: () => (reopened += 1),
      lost: lost.resolve,
    });
    await stream.open();
    expect(await lost.promise).toMatchObject({ status: 403, code: 'forbidden' });
    expect([heard, reopened, asked]).toEqual([['1', '2'], 1, ['0', '1', '2']]);
    expect(stream.lastEventId).toBe('2');
  });
  it('is refused when it is opened', async () => {
    const { client } = await rider(refuses);
    const stream = new EventStream(client, { heard: () => undefined });
    await expect(stream.open()).rejects.toMatchObject({ status: 403 });
  });
  it('tells nothing after it was closed, and ends its connection', async () => {
    const ended = Promise.withResolvers<void>();
    const { client } = await rider((_, response) => {
      response.once('close', ended.resolve);
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(event(1) + event(2));
    });
    const heard: unknown[] = [];
    const stream = new EventStream(client, { heard: ({ id }) => (heard.push(id), stream.close()) });
    await stream.open();
    await ended.promise;
    expect(heard).toEqual(['1']);
  });
});
