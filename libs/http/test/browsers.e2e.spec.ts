import { forgetSettings } from '@ride/configuration';

process.env['RIDE_NAMESPACE'] = `browsers_${Date.now()}_`;
process.env['RIDE_LOG_LEVEL'] = 'silent';
const OURS = 'https://app.example.com';
let place: typeof import('./place-to-test.js');

beforeAll(async () => {
  place = await import('./place-to-test.js');
  await place.createDatabase();
});
afterAll(() => place.dropDatabase());

/** Asks a service with this RIDE_CORS_ORIGINS as a browser does for a page of `origin`. */
async function allowed(origins: string, origin: string) {
  process.env['RIDE_CORS_ORIGINS'] = origins;
  forgetSettings();
  const { app, url } = await place.startNotes();
  const preflight = await fetch(`${url}/notes`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,idempotency-key',
    },
  });
  const refused = await fetch(`${url}/notes/me`, { headers: { origin } });
  await app.close();
  delete process.env['RIDE_CORS_ORIGINS'];
  forgetSettings();
  const of = ({ headers }: Response, name: string) => headers.get(`access-control-${name}`);
  return {
    origin: of(preflight, 'allow-origin'),
    methods: of(preflight, 'allow-methods'),
    headers: of(preflight, 'allow-headers'),
    credentials: of(preflight, 'allow-credentials'),
    onProblems: of(refused, 'allow-origin'),
    exposed: of(refused, 'expose-headers'),
  };
}

describe('a page of another origin', () => {
  it('may not call, unless that is configured (RIDE_CORS_ORIGINS)', async () => {
    expect(await allowed('', OURS)).toMatchObject({ origin: null, onProblems: null });
  });
  it('may call when its origin is one of those configured, and reads problems too', async () => {
    expect(await allowed(`https://other.example.com, ${OURS}`, OURS)).toEqual({
      origin: OURS,
      methods: expect.stringContaining('POST'),
      headers: 'authorization,idempotency-key',
      credentials: null,
      onProblems: OURS,
      exposed: expect.stringContaining('location'),
    });
  });
  it('may not call when another one is configured', async () => {
    expect(await allowed(OURS, 'https://app.example.com.evil.example')).toMatchObject({
      origin: null,
      onProblems: null,
    });
  });
});
