import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { Api } from './api.js';
import { EventStream } from './event-stream.js';
import { Edge } from './http.js';

type Answering = (request: IncomingMessage, response: ServerResponse) => void;

/** A server that answers each request as the next of a list says: the last one for all that follow. */
async function serving(...answers: Answering[]): Promise<{ readonly url: string; readonly server: Server }> {
  let n = 0;
  const server = createServer((request, response) => {
    request.resume();
    answers[Math.min(n++, answers.length - 1)]?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

const json =
  (status: number, body: object, headers = {}): Answering =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
const cut: Answering = (request) => request.socket.destroy();

function apiAt(url: string): Api {
  const urls = { rider: url, driver: url, matching: url, booking: url, notification: url };
  return new Api({ urls, identity: { issuer: url } });
}

describe('Api', () => {
  it('asks again after a cut connection and after 503', async () => {
    const { url } = await serving(cut, json(503, {}), json(200, { ok: true }));
    const api = apiAt(url);
    const answer = await api.get('rider', { method: 'GET', path: '/x' }, z.object({ ok: z.boolean() }));
    expect(answer).toEqual({ ok: true });
    expect(api.traffic).toEqual({ requests: 3, repeats: 2 });
    api.close();
  });
  it('gives each POST a key of its own, and sends it again under the same, also while it is in flight', async () => {
    const keys: unknown[] = [];
    const noting =
      (answering: Answering): Answering =>
      (request, response) => {
        keys.push(request.headers['idempotency-key']);
        answering(request, response);
      };
    const { url } = await serving(
      noting(cut),
      noting(json(409, { code: 'request_in_flight' })),
      noting(json(503, {})),
      noting(json(202, {})),
    );
    const api = apiAt(url);
    await api.ask('rider', { method: 'POST', path: '/x', body: {} });
    await api.ask('rider', { method: 'POST', path: '/x', body: {} });
    await api.ask('rider', { method: 'PUT', path: '/x', body: {} });
    const [first, second] = [keys[0], keys[4]];
    expect(keys).toEqual([first, first, first, first, second, undefined]);
    expect(first).toEqual(expect.stringMatching(/^[0-9a-f-]{36}$/));
    expect(second).not.toBe(first);
    api.close();
  });
  it('passes refusals on by their code, and does not ask again', async () => {
    const { url } = await serving(json(409, { code: 'wrong_pin', detail: 'Ask again.' }));
    const api = apiAt(url);
    await expect(api.ask('driver', { method: 'POST', path: '/x', body: {} })).rejects.toThrow(
      expect.objectContaining({ status: 409, code: 'wrong_pin' }),
    );
    expect(api.traffic.requests).toBe(1);
    api.close();
  });
  it('says which field of an answer is not as agreed', async () => {
    const { url } = await serving(json(200, { ok: 'yes' }));
    const api = apiAt(url);
    await expect(api.get('rider', { method: 'GET', path: '/x' }, z.object({ ok: z.boolean() }))).rejects.toThrow(
      expect.objectContaining({ code: 'unexpected_answer', message: expect.stringContaining('ok') as string }),
    );
    api.close();
  });
  it('gives up on a service that is not there', async () => {
    const { url, server } = await serving(json(200, {}));
    server.close();
    const edge = new Edge(url);
    await expect(edge.call({ method: 'GET', path: '/' })).rejects.toThrow('ECONNREFUSED');
  });
});

describe('EventStream', () => {
  const begin: Answering = (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n');
  const place = { path: '/events', token: 't', lastEventId: '0', patienceMs: 10_000 };

  it('goes on after the last event it has, over as many connections as it takes', async () => {
    const asked: (string | undefined)[] = [];
    const sending =
      (text: string, ends: boolean): Answering =>
      (request, response) => {
        asked.push(request.headers['last-event-id'] as string | undefined);
        begin(request, response);
        response.write(text, () => ends && setImmediate(() => request.socket.destroy()));
      };
    const { url } = await serving(
      sending('id: 1\nevent: a\ndata: 1\n\nid: 2\nda', true),
      json(503, {}),
      sending('id: 2\nevent: a\ndata: 2\n\n', false),
    );
    const heard: string[] = [];
    let reopened = 0;
    const both = Promise.withResolvers<void>();
    const stream = new EventStream(
      { edge: new Edge(url), ...place },
      {
        heard: ({ data }) => void (heard.push(data) === 2 && both.resolve()),
        reopened: () => (reopened += 1),
      },
    );
    await stream.open();
    await both.promise;
    expect(heard).toEqual(['1', '2']);
    expect(asked).toEqual(['0', '1']);
    expect(reopened).toBe(1);
    expect(stream.lastEventId).toBe('2');
    stream.close();
  });
  it('is refused like any request', async () => {
    const { url } = await serving(json(401, { code: 'unauthenticated' }));
    const stream = new EventStream({ edge: new Edge(url), ...place }, { heard: () => undefined });
    await expect(stream.open()).rejects.toThrow(expect.objectContaining({ status: 401 }));
  });
  it('says when the service no longer gives it', async () => {
    const { url } = await serving(
      (request, response) => {
        begin(request, response);
        setImmediate(() => response.end());
      },
      json(403, {}),
    );
    const lost = Promise.withResolvers<unknown>();
    const stream = new EventStream({ edge: new Edge(url), ...place }, { heard: () => undefined, lost: lost.resolve });
    await stream.open();
    expect(await lost.promise).toMatchObject({ status: 403 });
  });
});
