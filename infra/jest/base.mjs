import { mutation } from './mutation.mjs';
import { swcOptions } from './typescript.mjs';

const transformer = mutation === undefined ? '@swc/jest' : '<rootDir>/../../infra/jest/mutating-transform.mjs';

export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['ride-source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@nestjs/throttler$': '<rootDir>/../../infra/jest/throttler.mjs',
  },
  transform: { '^.+\\.ts$': [transformer, swcOptions] },
};

/** Jest's own report, and the result of the target in a file. */
export function reportersOf(target) {
  return ['default', ['<rootDir>/../../infra/jest/result-reporter.mjs', { target }]];
}
