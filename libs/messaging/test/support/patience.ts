/** How long a test waits for what must come: as a rule it comes within a second. `npm run mutants` has less patience. */
export const PATIENCE_MS = Number(process.env['TEST_PATIENCE_MS'] ?? 30_000);
