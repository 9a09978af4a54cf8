import { setTimeout as sleep } from 'node:timers/promises';
import { settings } from '@ride/configuration';
import { services } from '../../src/infrastructure.js';

interface Outcome {
  readonly rideId: string;
  readonly outcome: string | null;
  readonly endings: number;
}

const AT_ONCE = 1_000;
const LOOK_MS = 500;
/** Given up when nothing has changed for so long. */
const STILL_MS = 45_000;

/** Waits until each ride has ended once and the same in all five services; resolves to those that have not, in words. */
export async function unsettled(env: NodeJS.ProcessEnv, rides: readonly string[]): Promise<readonly string[]> {
  const { identity } = settings(env);
  const response = await fetch(`${identity.issuer}/token`, {
    method: 'POST',
    body: JSON.stringify({ role: 'operator' }),
  });
  const { access_token: token } = (await response.json()) as { access_token: string };
  let before = '';
  let changedAt = performance.now();
  for (;;) {
    const open = await disagreements(env, token, rides);
    if (open.length === 0 || performance.now() - changedAt > STILL_MS) return open;
    const now = open.join();
    if (now !== before) [before, changedAt] = [now, performance.now()];
    await sleep(LOOK_MS);
  }
}

async function disagreements(env: NodeJS.ProcessEnv, token: string, rides: readonly string[]): Promise<string[]> {
  const open: string[] = [];
  for (let from = 0; from < rides.length; from += AT_ONCE) {
    const some = rides.slice(from, from + AT_ONCE);
    const told = await Promise.all(services.map((service) => outcomes(env, service, token, some)));
    for (const [n, ride] of some.entries()) {
      const said = told.map((of) => `${of[n]?.outcome ?? 'not ended'}, ${of[n]?.endings ?? 0} endings`);
      const agreed = told.every((of) => of[n]?.endings === 1 && of[n].outcome === told[0]?.[n]?.outcome);
      if (!agreed) open.push(`ride ${ride}: ${services.map((name, i) => `${name} says ${said[i]}`).join('; ')}`);
    }
  }
  return open;
}

async function outcomes(
  env: NodeJS.ProcessEnv,
  service: (typeof services)[number],
  token: string,
  rideIds: readonly string[],
): Promise<readonly Outcome[]> {
  const response = await fetch(`${settings(env).urls[service]}/operations/outcomes`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ rideIds }),
  });
  if (!response.ok) throw new Error(`${service} answered ${response.status} to the question how rides ended`);
  return (await response.json()) as readonly Outcome[];
}
