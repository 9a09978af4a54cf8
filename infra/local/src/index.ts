export { startTestInfrastructure, type TestInfrastructure } from './test-infrastructure.js';
export { readEnvFile } from './env-file.js';
