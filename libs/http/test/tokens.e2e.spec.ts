import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Tokens } from '../src/tokens.js';
import { startIssuer } from './identity.js';

const sub = randomUUID();
let issuer: Awaited<ReturnType<typeof startIssuer>>;
const tokens = (more: { jwksUrl?: string; roleClaim?: string } = {}) =>
  new Tokens({ issuer: issuer.issuer, audience: 'ride', jwksUrl: undefined, roleClaim: 'role', ...more });

beforeEach(async () => {
  issuer = await startIssuer();
});
afterEach(() => issuer.stop());

describe('tokens', () => {
  it('hold after the issuer has changed its key, and those of the old key no longer', async () => {
    const verifier = tokens();
    const old = await issuer.token({ role: 'rider', sub });
    const inFiveMinutes = Math.floor(Date.now() / 1000 + 300) * 1000;
    expect(await verifier.identify(old)).toEqual({ sub, role: 'rider', expiresAt: expect.any(Number) as number });
    expect((await verifier.identify(old)).expiresAt).toBeLessThanOrEqual(inFiveMinutes);
    await issuer.rotate();
    const fresh = await issuer.token({ role: 'driver', sub }, { key: issuer.foreignKey, kid: 'two' });
    for (let identity: unknown; identity === undefined; await wait(50))
      identity = await verifier.identify(fresh).catch(() => undefined);
    const another = await issuer.token({ role: 'rider' });
    await expect(verifier.identify(another)).rejects.toMatchObject({ code: 'unauthenticated' });
  });
  it('are verified with the keys that the issuer’s OpenID configuration names, or that are set', async () => {
    const token = await issuer.token({ role: 'rider', sub });
    expect(await tokens().identify(token)).toMatchObject({ sub, role: 'rider' });
    issuer.configuration.jwks_uri = `${issuer.issuer}/nothing-here`;
    expect(await tokens({ jwksUrl: `${issuer.issuer}/keys` }).identify(token)).toMatchObject({ sub, role: 'rider' });
    await expect(tokens().identify(token)).rejects.toMatchObject({ status: 503 });
  });
  it('name a person and a role as the provider writes them', async () => {
    const token = await issuer.token({ sub: 'auth0|1', realm_access: { roles: ['offline', 'driver'] } });
    const identity = await tokens({ roleClaim: 'realm_access.roles' }).identify(token);
    expect(identity).toMatchObject({ sub: expect.stringMatching(/^[0-9a-f-]{36}$/) as string, role: 'driver' });
    await expect(tokens().identify(token)).rejects.toMatchObject({ code: 'unauthenticated' });
  });
  it('are not verified with the keys of a provider that says it is another one', async () => {
    const token = await issuer.token({ role: 'rider', sub });
    issuer.configuration.issuer = 'https://another.example';
    const verifier = tokens();
    await expect(verifier.identify(token)).rejects.toMatchObject({ status: 503 });
    issuer.configuration.issuer = issuer.issuer;
    expect(await verifier.identify(token)).toMatchObject({ sub, role: 'rider' }); // asked again, without a restart
  });
  it('are nobody’s fault while the issuer’s keys can’t be had', async () => {
    const token = await issuer.token({ role: 'rider' });
    issuer.stop();
    await expect(tokens().identify(token)).rejects.toMatchObject({ status: 503 });
  });
});
