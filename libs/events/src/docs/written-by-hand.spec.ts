import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { VARIABLES } from '@ride/configuration';
import { repository } from './pages.js';

const text = (path: string) => readFileSync(join(repository, path), 'utf8');
const written = [
  'README.md',
  ...readdirSync(join(repository, 'docs')).map((name) => `docs/${name}`),
  ...['apps', 'libs'].flatMap((kind) => readdirSync(join(repository, kind)).map((name) => `${kind}/${name}/README.md`)),
].filter((path) => path.endsWith('.md') && existsSync(join(repository, path)));

describe.each(written)('%s', (path) => {
  const all = (pattern: RegExp) => [...text(path).matchAll(pattern)].map((match) => match[1] ?? '');

  it('links only to what is there', () => {
    const links = all(/\]\((?!https?:|#)([^)#\s]+)/g);
    expect(links.filter((link) => !existsSync(join(repository, dirname(path), link)))).toEqual([]);
  });

  it('names only commands and settings that there are', () => {
    const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
    expect(all(/npm run (?:-s )?([a-z][a-z-]*)/g).filter((name) => !(name in scripts))).toEqual([]);
    const settings = all(/\b(RIDE_[A-Z_]*[A-Z])\b/g);
    expect(settings.filter((name) => !VARIABLES.some((variable) => variable.name === name))).toEqual([]);
  });
});

describe('the worked change', () => {
  const patch = 'docs/worked-change.patch';
  const applies = (...options: readonly string[]) => {
    // The folder may stand in somebody else's repository, or in none.
    const env = { ...process.env, GIT_CEILING_DIRECTORIES: dirname(repository) };
    const { status } = spawnSync('git', ['apply', '--check', ...options, patch], { cwd: repository, env });
    return status === 0;
  };

  it('can still be made, or is made', () => {
    const mend =
      `${patch} no longer fits the code: make its change once more (git apply --reject ${patch}), keep it ` +
      `(git diff -U1 > ${patch}), take it back, and see whether the README tells it as it is.`;
    expect(applies() || applies('--reverse') ? [] : [mend]).toEqual([]);
  });

  it('touches five files, two of them a language’s words, and tests', () => {
    const files = [...text(patch).matchAll(/^\+\+\+ b\/(.*)$/gm)].map((match) => match[1] ?? '');
    expect(files.filter((file) => !file.endsWith('.spec.ts'))).toHaveLength(5);
    expect(files.filter((file) => file.includes('/templates/') && !file.endsWith('.spec.ts'))).toHaveLength(2);
  });

  it('is told in the README line by line as it is', () => {
    const [, section = ''] = text('README.md').split('## One more fact');
    const code = [...(section.split('\n## ')[0] ?? '').matchAll(/```ts\n(.*?)```/gs)].flatMap(
      (match) => match[1]?.split('\n') ?? [],
    );
    const lines = text(patch)
      .split('\n')
      .map((line) => line.slice(1).trim());
    expect(code.length).toBeGreaterThan(20);
    expect(code.map((line) => line.trim()).filter((line) => line !== '…' && !lines.includes(line))).toEqual([]);
  });
});
