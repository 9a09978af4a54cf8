import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { VARIABLES } from '@ride/configuration';
import { parse } from 'yaml';
import { apps } from '../infrastructure.js';
import { repositoryRoot } from '../layout.js';

const root = repositoryRoot();
const text = (path: string) => readFileSync(join(root, path), 'utf8');
const page = text('docs/operating.md');
const sections = new Set([...page.matchAll(/^### (\w+)$/gm)].map(([, title]) => title));

interface Rules {
  readonly groups: readonly { readonly rules: readonly { alert: string; annotations: { runbook: string } }[] }[];
}
const alerts = (parse(text('infra/compose/prometheus/alerts.yml')) as Rules).groups.flatMap(({ rules }) => rules);

describe('docs/operating.md', () => {
  it('has a section for every alert, and none for others', () => {
    expect(alerts.length).toBeGreaterThan(10);
    expect(new Set(alerts.map(({ alert }) => alert))).toEqual(sections);
  });

  it('is where every alert leads', () => {
    for (const { alert, annotations } of alerts)
      expect(annotations.runbook).toBe(`docs/operating.md#${alert.toLowerCase()}`);
  });

  it('names commands of npm that there are', () => {
    const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
    const named = [...page.matchAll(/npm (?:run )?(?:-s )?([\w-]+)/g)].map(([, name = '']) => name);
    const commands = named.filter((name) => name !== 'command');
    expect(commands.length).toBeGreaterThan(3);
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('names settings, files and deployments that there are', () => {
    const known = new Set<string>(VARIABLES.map(({ name }) => name));
    expect([...page.matchAll(/\bRIDE_[A-Z_]+\b/g)].map(([name]) => name).filter((name) => !known.has(name))).toEqual(
      [],
    );
    const links = [...page.matchAll(/\]\(([^)#]+)\)/g)].map(([, path = '']) => join(root, dirname('docs/x'), path));
    expect(links.filter((path) => !existsSync(path))).toEqual([]);
    const deployments = [...page.matchAll(/deployment\/(\w+)/g)].map(([, name]) => name);
    expect(deployments.filter((name) => !(apps as readonly (string | undefined)[]).includes(name))).toEqual([]);
  });
});
