import base, { reportersOf } from './base.mjs';

/** Suites that start what they need themselves: those of the local stack. */
export default {
  ...base,
  testMatch: ['<rootDir>/test/**/*.spec.ts'],
  testTimeout: 60_000,
  reporters: reportersOf('e2e'),
};
