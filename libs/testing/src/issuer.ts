import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { settings } from '@ride/configuration';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

type SigningKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];
export type Role = 'rider' | 'driver' | 'operator';

/** An OpenID provider for one test process: signs tokens and serves its keys. */
export class TestIssuer {
  private constructor(
    private readonly key: SigningKey,
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<TestIssuer> {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256', use: 'sig' }] });
    const server = createServer(({ url }, response) => {
      const configuration = () => JSON.stringify({ issuer: urlOf(server), jwks_uri: `${urlOf(server)}/jwks` });
      response.setHeader('content-type', 'application/json').end(url === '/jwks' ? jwks : configuration());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    server.unref();
    return new TestIssuer(privateKey, server, urlOf(server));
  }

  /** `expires`: as `1h`, or `-1m` for a minute ago. */
  token(role: Role, sub: string, { expires = '1h', audience = settings().identity.audience } = {}): Promise<string> {
    return new SignJWT({ role })
      .setProtectedHeader({ alg: 'ES256', kid: 'test' })
      .setIssuer(this.url)
      .setAudience(audience)
      .setSubject(sub)
      .setIssuedAt()
      .setExpirationTime(expires)
      .sign(this.key);
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
