import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An issuer of tokens with a key of its own, which publishes it as real ones do. */
export async function startIssuer() {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const foreign = await generateKeyPair('ES256');
  const published = async (key: CryptoKey, kid: string) => ({
    ...(await exportJWK(key)),
    kid,
    alg: 'ES256',
    use: 'sig',
  });
  let keys = [await published(publicKey, 'one')];
  const configuration = { issuer: '', jwks_uri: '' };
  const server = createServer(({ url }, response) => {
    const shown = { '/keys': { keys }, '/.well-known/openid-configuration': configuration }[url ?? ''];
    response.writeHead(shown ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(shown ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  Object.assign(configuration, { issuer, jwks_uri: `${issuer}/keys` });

  const token = (
    claims: Record<string, unknown>,
    { key = privateKey as CryptoKey, expires = '5m', audience = 'ride', from = issuer, kid = 'one' } = {},
  ) =>
    new SignJWT({ sub: randomUUID(), ...claims })
      .setProtectedHeader({ alg: 'ES256', kid })
      .setIssuer(from)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(expires)
      .sign(key);
  /** Signed by HMAC with what everybody may read, the public key: as if the algorithm were the token's to choose. */
  const secretly = async (claims: Record<string, unknown>) =>
    new SignJWT({ sub: randomUUID(), ...claims })
      .setProtectedHeader({ alg: 'HS256', kid: 'one' })
      .setIssuer(issuer)
      .setAudience('ride')
      .setExpirationTime('5m')
      .sign(new TextEncoder().encode(JSON.stringify(await exportJWK(publicKey))));
  /** From now on another key signs: the foreign one, under the name 'two'. */
  const rotate = async () => {
    keys = [await published(foreign.publicKey, 'two')];
  };
  return { issuer, configuration, rotate, token, secretly, foreignKey: foreign.privateKey, stop: () => server.close() };
}
