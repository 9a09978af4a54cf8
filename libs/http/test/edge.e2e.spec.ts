import { Controller, Get, Module, type INestApplication } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { startIssuer } from './identity.js';

process.env['RIDE_NAMESPACE'] = `edge_${Date.now()}_`;
process.env['RIDE_LOG_LEVEL'] = 'silent';
let issuer: Awaited<ReturnType<typeof startIssuer>>;
let app: INestApplication;
let url: string;

beforeAll(async () => {
  issuer = await startIssuer();
  process.env['RIDE_ISSUER'] = issuer.issuer;
  const { createDatabase, startNotes } = await import('./place-to-test.js');
  await createDatabase();
  ({ app, url } = await startNotes());
});
afterAll(async () => {
  await app.close();
  await (await import('./place-to-test.js')).dropDatabase();
  issuer.stop();
});

const call = async (
  path: string,
  options: { token?: string; method?: string; body?: string; headers?: Record<string, string> } = {},
) => {
  const { token, method = 'GET', body, headers } = options;
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : (JSON.parse(text) as Record<string, unknown>),
  };
};

describe('who may call', () => {
  const callers: [string, () => Promise<string> | undefined, number][] = [
    ['nobody', () => undefined, 401],
    ['a rider', () => issuer.token({ role: 'rider' }), 200],
    ['an operator', () => issuer.token({ role: 'operator' }), 200],
    ['a driver', () => issuer.token({ role: 'driver' }), 403],
    ['one whose token has expired', () => issuer.token({ role: 'rider' }, { expires: '-1m' }), 401],
    ['one with a token for another audience', () => issuer.token({ role: 'rider' }, { audience: 'other' }), 401],
    [
      'one with a token from elsewhere',
      () => issuer.token({ role: 'rider' }, { from: 'https://elsewhere.example' }),
      401,
    ],
    ['one who signed it himself', () => issuer.token({ role: 'rider' }, { key: issuer.foreignKey }), 401],
    ['one without a role', () => issuer.token({}), 401],
    ['one with two roles', () => issuer.token({ role: ['rider', 'driver'] }), 401],
    ['one who is nobody', () => issuer.token({ role: 'rider', sub: '' }), 401],
    ['one with nonsense', async () => 'abc.def.ghi', 401],
    ['one whose token has just expired: clocks differ', () => issuer.token({ role: 'rider' }, { expires: '-2s' }), 200],
    ['one who signed it with a secret', () => issuer.secretly({ role: 'rider' }), 401],
    ['one with an unsigned token', async () => `${btoa('{"alg":"none"}')}.${btoa('{"role":"rider"}')}.`, 401],
  ];
  it.each(callers)('%s', async (_, token, status) => {
    const given = await token();
    expect((await call('/notes/me', given === undefined ? {} : { token: given })).status).toBe(status);
  });
  it('learns who called, and why', async () => {
    const sub = randomUUID();
    const correlation = randomUUID();
    const token = await issuer.token({ role: 'rider', sub: sub.toUpperCase() });
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const { body, headers } = await call('/notes/me', {
      token,
      headers: { 'x-correlation-id': correlation, traceparent: `00-${trace}-00f067aa0ba902b7-01` },
    });
    expect(body).toEqual({
      sub,
      role: 'rider',
      expiresAt: expect.any(Number),
      cause: {
        id: expect.stringMatching(/^[0-9a-f-]{14}7/),
        correlationId: correlation,
        traceparent: expect.stringContaining(trace),
        request: 'GET /notes/me',
      },
    });
    expect(headers.get('x-correlation-id')).toBe(correlation);
  });
  it('correlates by the request itself when it brings no UUID', async () => {
    const token = await issuer.token({ role: 'rider' });
    const { body } = await call('/notes/me', { token, headers: { 'x-correlation-id': 'mine' } });
    const cause = body?.['cause'] as Record<string, unknown>;
    expect(cause['correlationId']).toBe(cause['id']);
  });
  it('is what log lines of the handler say', async () => {
    const token = await issuer.token({ role: 'rider' });
    const { body, headers } = await call('/notes/cause', { method: 'POST', token, body: '{}' });
    expect(body?.['correlationId']).toBe(headers.get('x-correlation-id'));
  });
  it('is asked of every route before the service starts', async () => {
    @Controller('open')
    class OpenController {
      @Get() open() {}
    }
    @Module({ controllers: [OpenController] })
    class OpenModule {}
    const { Test } = await import('@nestjs/testing');
    const { EveryRouteSaysWhoMayCallIt } = await import('../src/every-route.js');
    const built = await Test.createTestingModule({
      imports: [OpenModule],
      providers: [EveryRouteSaysWhoMayCallIt],
    }).compile();
    await expect(built.init()).rejects.toThrow('OpenController.open');
  });
});

describe('problem details', () => {
  it.each([
    ['GET', '/notes/not-an-id', 400, 'invalid_request'],
    ['GET', '/notes/refused', 409, 'already_written'],
    ['GET', '/notes/broken', 500, 'internal_error'],
    ['GET', '/notes/unreachable', 503, 'temporarily_unavailable'],
    ['GET', '/nowhere', 404, 'unknown_route'],
    ['DELETE', '/notes/me', 405, 'method_not_allowed'],
    ['GET', '/notes/%E0%A4%A', 400, 'malformed_request'],
    ['GET', '/notes/passing/a%00', 400, 'malformed_request'],
  ])('%s %s: %i %s', async (method, path, status, code) => {
    const token = await issuer.token({ role: 'rider' });
    const { body, headers, status: got } = await call(path, { method, token });
    expect({ got, code: body?.['code'] }).toEqual({ got: status, code });
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body).toMatchObject({
      status,
      type: `urn:ride:problem:${code}`,
      title: expect.any(String),
      detail: expect.any(String),
    });
    expect(body?.['correlationId']).toBe(headers.get('x-correlation-id'));
  });
  it.each([
    ['not JSON', '{', 400, 'malformed_request'],
    ['too large', JSON.stringify({ to: randomUUID(), texts: ['x'.repeat(200_000)] }), 413, 'too_large'],
    ['wrong', JSON.stringify({ to: 'me', texts: ['a', ''] }), 400, 'invalid_request'],
    ['missing', '', 400, 'invalid_request'],
    ['not to be stored', '{"to":"a\\u0000"}', 400, 'invalid_request'],
  ])('a body that is %s', async (_, body, status, code) => {
    const token = await issuer.token({ role: 'rider' });
    expect(await call('/notes', { method: 'POST', token, body })).toMatchObject({ status, body: { code } });
  });
  it('drops what would change prototypes, as any field that is unknown', async () => {
    const token = await issuer.token({ role: 'rider' });
    const body = `{"to":"${randomUUID()}","texts":[],"__proto__":{"stained":true}}`;
    expect(await call('/notes', { method: 'POST', token, body })).toMatchObject({ status: 202 });
    expect({}).not.toHaveProperty('stained');
  });
  it.each([
    ['text/plain', undefined],
    ['application/x-www-form-urlencoded', undefined],
    ['application/json; charset=latin1', undefined],
    ['application/json', 'gzip'],
  ])('a body of %s, encoded as %s', async (type, encoding) => {
    const token = await issuer.token({ role: 'rider' });
    const headers = { 'content-type': type, ...(encoding !== undefined && { 'content-encoding': encoding }) };
    expect(await call('/notes', { method: 'POST', token, body: '{}', headers })).toMatchObject({
      status: 415,
      body: { code: 'unsupported_media_type' },
    });
  });
  it('not a body of JSON that says its charset', async () => {
    const token = await issuer.token({ role: 'rider' });
    const headers = { 'content-type': 'application/json; Charset="UTF-8"' };
    expect(await call('/notes/cause', { method: 'POST', token, body: '{}', headers })).toMatchObject({ status: 201 });
  });
  it.each([
    ['takes a body of 100 KB', 0, 400, 'invalid_request'],
    ['refuses a longer one', 1, 413, 'too_large'],
  ])('%s', async (_, more, status, code) => {
    const token = await issuer.token({ role: 'rider' });
    const body = JSON.stringify({ to: 'x'.repeat(100 * 1024 - '{"to":""}'.length + more) });
    expect(await call('/notes', { method: 'POST', token, body })).toMatchObject({ status, body: { code } });
  });
  it.each([
    ['is no HTTP', 'nonsense\r\n\r\n'],
    ['has too many headers', `GET /health/live HTTP/1.1\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`],
  ])('what %s', async (_, bytes) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes));
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
    expect(head).toContain('HTTP/1.1 400 Bad Request\r\n');
    expect(head).toContain('content-type: application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ status: 400, code: 'malformed_request' });
  });
  it('names every wrong field', async () => {
    const token = await issuer.token({ role: 'rider' });
    const { body } = await call('/notes', {
      method: 'POST',
      token,
      body: JSON.stringify({ to: 'me', texts: ['a', ''] }),
    });
    expect(body?.['errors']).toEqual([
      { path: 'to', message: expect.any(String) },
      { path: 'texts.1', message: expect.any(String) },
    ]);
  });
  it('says when to come again, which methods there are, and that a token is missing', async () => {
    expect((await call('/notes/unreachable')).headers.get('retry-after')).toBe('2');
    expect((await call('/notes/me', { method: 'DELETE' })).headers.get('allow')).toBe('GET, HEAD');
    expect((await call('/notes/passing/x?y', { method: 'PUT' })).headers.get('allow')).toBe('GET, HEAD');
    expect((await call('/notes/me')).headers.get('www-authenticate')).toBe('Bearer');
  });
  it('tells nothing of what broke inside', async () => {
    expect(JSON.stringify((await call('/notes/broken')).body)).not.toContain('secret');
  });
});

describe('what every service has', () => {
  it('is alive', async () => {
    expect(await call('/health/live')).toMatchObject({ status: 200, body: { status: 'up' } });
  });
  it('describes itself as OpenAPI, with bodies from their schemas', async () => {
    const { body } = await call('/docs-json');
    expect(body).toMatchObject({
      paths: {
        '/notes': {
          post: {
            security: [{ bearer: ['rider', 'operator'] }],
            requestBody: { content: { 'application/json': expect.anything() } },
          },
        },
        '/events': { get: expect.anything() },
        '/operations/outcomes': { post: expect.anything() },
      },
    });
    expect(JSON.stringify(body)).toContain('texts');
  });
  it('tells operators, and nobody else, how rides ended and what is stuck', async () => {
    const operator = await issuer.token({ role: 'operator' });
    const [known, unknown] = [randomUUID(), randomUUID()];
    const body = JSON.stringify({ rideIds: [known, unknown] });
    expect(await call('/operations/outcomes', { method: 'POST', token: operator, body })).toMatchObject({
      status: 200,
      body: [
        { rideId: known, outcome: 'completed', endings: 1 },
        { rideId: unknown, outcome: null, endings: 0 },
      ],
    });
    expect((await call(`/operations/rides/${known}`, { token: operator })).body).toEqual({
      rideId: known,
      outcome: 'completed',
      endings: 1,
    });
    expect((await call('/operations/delivery', { token: operator })).body).toEqual({
      outbox: 0,
      refused: 0,
      waiting: 0,
      dead: 0,
    });
    expect((await call('/operations/delivery', { token: await issuer.token({ role: 'rider' }) })).status).toBe(403);
  });
  it.each(['/health/live', '/nowhere', '/notes/%E0%A4%A'])('sends security headers: %s', async (path) => {
    const { headers } = await call(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
  });
  it('answers HEAD as GET, without a body', async () => {
    const token = await issuer.token({ role: 'rider' });
    expect(await call('/notes/me', { method: 'HEAD', token })).toMatchObject({ status: 200, body: undefined });
    const events = await call('/events', { method: 'HEAD', token });
    expect(events.headers.get('content-type')).toContain('text/event-stream');
  });
});
