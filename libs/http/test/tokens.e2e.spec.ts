import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Tokens } from '../src/tokens.js';
import { startIssuer } from './identity.js';

describe('tokens', () => {
  const sub = randomUUID();

  it('hold after the issuer has changed its key, and those of the old key no longer', async () => {
    const issuer = await startIssuer();
    const tokens = new Tokens({ issuer: issuer.issuer, audience: 'ride', jwksUrl: `${issuer.issuer}/jwks` });
    const old = await issuer.token({ role: 'rider', sub });
    expect(await tokens.identify(old)).toEqual({ sub, role: 'rider' });
    await issuer.rotate();
    const fresh = await issuer.token({ role: 'driver', sub }, { key: issuer.foreignKey, kid: 'two' });
    for (let identity: unknown; identity === undefined; await wait(50))
      identity = await tokens.identify(fresh).catch(() => undefined);
    const another = await issuer.token({ role: 'rider' });
    await expect(tokens.identify(another)).rejects.toMatchObject({ code: 'unauthenticated' });
    issuer.stop();
  });
  it('are nobody’s fault while the issuer’s keys can’t be had', async () => {
    const issuer = await startIssuer();
    issuer.stop();
    const tokens = new Tokens({ issuer: issuer.issuer, audience: 'ride', jwksUrl: `${issuer.issuer}/jwks` });
    await expect(tokens.identify(await issuer.token({ role: 'rider' }))).rejects.toMatchObject({ status: 503 });
  });
});
