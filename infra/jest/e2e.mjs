import base, { reportersOf } from './base.mjs';

/** Suites on real Kafka, PostgreSQL, Redis and schema registry, started for the run unless one is running already. */
export default {
  ...base,
  testMatch: ['<rootDir>/test/**/*.spec.ts'],
  globalSetup: '<rootDir>/../../infra/jest/infrastructure.mjs',
  globalTeardown: '<rootDir>/../../infra/jest/tear-down.mjs',
  testTimeout: 120_000,
  reporters: reportersOf('e2e'),
};
