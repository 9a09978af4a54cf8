import { readEnvFile, startTestInfrastructure } from '../local/dist/src/index.js';

/**
 * Before an e2e suite: the infrastructure that RIDE_TEST_INFRASTRUCTURE names, or one of its own. Workers and suites find it
 * by the RIDE_* variables.
 */
export default async function setUp() {
  const given = process.env.RIDE_TEST_INFRASTRUCTURE;
  for (const name of Object.keys(process.env)) if (name.startsWith('RIDE_')) delete process.env[name];
  if (given) {
    Object.assign(process.env, readEnvFile(given));
    return;
  }
  const own = await startTestInfrastructure();
  Object.assign(process.env, own.env);
  globalThis.rideTestInfrastructure = own;
}
