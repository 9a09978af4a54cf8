import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What one check, or all of them, came to. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), {
    passed: 0,
    failed: 0,
  });
}

/** Results of an earlier run must not be taken for this one's. */
export function dropResults(results: string): void {
  rmSync(results, { recursive: true, force: true });
}

/** A project that has tests for a target, and the file in which its run leaves the result. */
export interface Expected {
  readonly name: string;
  readonly file: string;
}

/** Every project with specs beside its code (`test`) or suites in test/ (`e2e`). */
export function expectedResults(root: string, results: string): Expected[] {
  const projects = ['libs', 'apps', 'infra'].flatMap((kind) =>
    readdirSync(join(root, kind)).map((each) => join(root, kind, each)),
  );
  return projects
    .filter((project) => existsSync(join(project, 'package.json')))
    .flatMap((project) => {
      const { nx } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { nx: { name: string } };
      const targets = [hasSpecs(join(project, 'src')) ? 'test' : '', hasSpecs(join(project, 'test')) ? 'e2e' : ''];
      return targets.filter(Boolean).map((target) => {
        const name = `${nx.name}-${target}`;
        return { name, file: join(results, `${name}.json`) };
      });
    });
}

function hasSpecs(folder: string): boolean {
  return (
    existsSync(folder) && readdirSync(folder, { recursive: true }).some((file) => String(file).endsWith('.spec.ts'))
  );
}

/** What a run left behind; a run that left nothing failed as a whole. */
export function tallyOf({ file }: Expected): Tally & { readonly missing: boolean } {
  if (!existsSync(file)) return { passed: 0, failed: 1, missing: true };
  const { passed, failed } = JSON.parse(readFileSync(file, 'utf8')) as Tally;
  return { passed, failed, missing: false };
}
