import base, { reportersOf } from './base.mjs';

/** Specs beside the code: pure, no infrastructure. */
export default {
  ...base,
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/web/src/**/*.spec.ts'],
  reporters: reportersOf('test'),
};
