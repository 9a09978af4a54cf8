import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { apps } from '../infrastructure.js';
import { repositoryRoot } from '../layout.js';
import { NODE_FLAGS } from '../node-flags.js';

const root = repositoryRoot();
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');
const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { devDependencies: { node: string } })
  .devDependencies.node;
const said = (instruction: string) =>
  [...dockerfile.matchAll(new RegExp(`^${instruction} (.*)$`, 'gm'))].map(([, rest = '']) => rest);

interface Complaint {
  readonly message: string;
  readonly range: { readonly start: { readonly line: number } };
}
const { validate } = createRequire(import.meta.url)('dockerfile-utils') as {
  validate(text: string): readonly Complaint[];
};
const complaints = (text: string) =>
  validate(text).map(({ message, range }) => `line ${range.start.line + 1}: ${message}`);

describe('the Dockerfile', () => {
  it('is one that Docker can read', () => {
    expect(complaints(dockerfile)).toEqual([]);
    expect(complaints(dockerfile.replace('COPY . .', 'COPPY . .'))).not.toEqual([]);
  });

  it('copies what is there', () => {
    const fromContext = said('COPY').filter((rest) => !rest.startsWith('--from='));
    const sources = fromContext.flatMap((rest) => rest.split(' ').slice(0, -1));
    expect(sources.length).toBeGreaterThan(3);
    expect(sources.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('has the Node of the repository, and starts it as the local stack does', () => {
    expect(said('FROM').map((rest) => rest.split(' ')[0])).toEqual(Array(4).fill(`node:${version}-bookworm-slim`));
    // The first process of a container can't kill itself, as the watchdog does.
    expect(JSON.parse(said('ENTRYPOINT')[0] ?? '')).toEqual(['/usr/bin/tini', '--', 'node', ...NODE_FLAGS]);
  });

  it('runs as nobody in particular, and every program by its argument', () => {
    expect(said('USER')).toEqual(['node']);
    expect(said('CMD')).toEqual(['["apps/rider/dist/src/main.js"]']);
    const [build = ''] = said('RUN').filter((rest) => rest.includes('bin/tsc'));
    for (const name of apps) expect(build).toContain(` apps/${name}`);
  });
});
