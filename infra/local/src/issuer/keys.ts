import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

/** The issuer's key pair, kept in a file so that tokens outlive a restart. `file` is readable by its owner only. */
export async function keyIn(file: string): Promise<{ readonly secret: JWK; readonly open: JWK }> {
  if (!existsSync(file)) {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(await exportJWK(privateKey)), { mode: 0o600 });
  }
  const { d, ...coordinates } = JSON.parse(readFileSync(file, 'utf8')) as JWK;
  const open = { ...coordinates, kid: await calculateJwkThumbprint(coordinates), alg: 'ES256', use: 'sig' };
  return { secret: { ...open, ...(d === undefined ? {} : { d }) }, open };
}
