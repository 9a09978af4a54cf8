import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NonRetriable } from '@ride/messaging';
import { Undelivered, WebhookClient } from './webhook-client.js';

type Answering = (request: IncomingMessage, response: ServerResponse) => void;
let answering: Answering;
let connections = 0;
const server = createServer((request, response) => answering(request, response)).on('connection', () => connections++);
const open = new WebhookClient('any', 300);
const guarded = new WebhookClient('public', 300);
const goOn = new AbortController().signal;
let port: number;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(async () => {
  await Promise.all([open.close(), guarded.close()]);
  server.closeAllConnections();
  server.close();
});

const message = { body: '{"a":1}', headers: { 'webhook-id': '1' } };
const hook = () => `http://127.0.0.1:${port}/hook`;
const post = (url = hook(), stop = goOn) => open.post(url, message, stop);
const answers =
  (status: number, headers = {}): Answering =>
  (_, response) =>
    response.writeHead(status, headers).end();
async function outcome(posting: Promise<void>): Promise<unknown> {
  return posting.then(
    () => 'delivered',
    (error: unknown) => error,
  );
}

describe('what a receiver answers', () => {
  it.each([200, 201, 202, 204, 299])('%i: delivered', async (status) => {
    answering = answers(status);
    expect(await outcome(post())).toBe('delivered');
  });

  it.each([408, 425, 429, 500, 502, 503, 504, 599])('%i: later', async (status) => {
    answering = answers(status);
    const error = await outcome(post());
    expect(error).toBeInstanceOf(Undelivered);
    expect(error).toMatchObject({ code: 'webhook_fails', message: `the receiver answered ${status}` });
  });

  const never = {
    webhook_gone: [410],
    webhook_refuses: [400, 401, 403, 404, 405, 413, 422],
    webhook_redirects: [300, 301, 302, 303, 307, 308],
  };
  describe.each(Object.entries(never))('%s: never', (code, statuses) => {
    it.each(statuses)('%i', async (status) => {
      answering = answers(status, { location: hook() });
      const error = await outcome(post());
      expect(error).toBeInstanceOf(NonRetriable);
      expect(error).toMatchObject({ code });
    });
  });

  it('is not followed elsewhere', async () => {
    const seen: string[] = [];
    answering = (request, response) => {
      seen.push(request.url ?? '');
      response.writeHead(307, { location: `http://127.0.0.1:${port}/elsewhere` }).end();
    };
    await outcome(post());
    expect(seen).toEqual(['/hook']);
  });

  it('is read for some kilobytes at most', async () => {
    let sent = 0;
    const cutOff = new Promise<void>((resolve) => {
      answering = (_, response) => {
        response.writeHead(200);
        const more = () => {
          while (!response.destroyed && response.write(Buffer.alloc(16_384))) sent += 16_384;
        };
        response.on('drain', more).on('close', resolve);
        more();
      };
    });
    expect(await outcome(post())).toBe('delivered');
    await cutOff;
    expect(sent).toBeLessThan(20_000_000); // what the sockets' buffers hold; the answer has no end
  });
});

describe('a receiver that does not answer', () => {
  it('in time: later', async () => {
    answering = () => undefined;
    expect(await outcome(post())).toMatchObject({ name: 'Error', code: 'webhook_timed_out' });
  });

  it('but refuses the connection, or breaks it: later', async () => {
    const unused = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => unused.once('listening', resolve));
    const url = `http://127.0.0.1:${(unused.address() as AddressInfo).port}/`;
    await new Promise((resolve) => unused.close(resolve));
    const error = await outcome(post(url));
    expect(error).toMatchObject({ code: 'webhook_unreachable', message: 'not reached: ECONNREFUSED' });
    answering = ({ socket }) => socket.destroy();
    expect(await outcome(post())).toMatchObject({ code: 'webhook_unreachable' });
  });

  it('and is no longer waited for: what the caller says', async () => {
    answering = () => undefined;
    const stop = AbortSignal.abort(new Error('stopping'));
    expect(await outcome(post(hook(), stop))).toMatchObject({ message: 'stopping' });
  });

  it('is not named in the error', async () => {
    for (const url of ['http://127.0.0.1:1/token', 'http://nobody.invalid/token']) {
      const error = (await outcome(post(url))) as Error;
      expect(`${error.stack} ${String(error.cause)}`).not.toMatch(/127\.0|nobody|token/);
    }
  });
});

describe('where only public addresses are allowed', () => {
  it.each([
    () => `https://127.0.0.1:${port}/`,
    () => `https://localhost:${port}/`,
    () => `https://[::ffff:127.0.0.1]:${port}/`,
    () => `https://[::1]:${port}/`,
    () => `http://127.0.0.1:${port}/`,
    () => `http://localhost:${port}/`,
    () => 'http://93.184.216.34/', // public, but everyone on the way could read it
  ])('nothing is sent elsewhere, or in the open: %#', async (url) => {
    const before = connections;
    expect(await outcome(guarded.post(url(), message, goOn))).toMatchObject({
      name: 'NonRetriable',
      code: 'webhook_address_refused',
    });
    expect(connections).toBe(before);
  });
});
