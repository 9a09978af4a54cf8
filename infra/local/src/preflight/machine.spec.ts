import { join } from 'node:path';
import { layout } from '../layout.js';

interface Sizes {
  memory: number;
  disk: number;
  cold: boolean;
}
interface Machine {
  javaMajor(said: string | undefined): number | undefined;
  sizeFindings(sizes: Sizes): { code: string }[];
  machineFindings(about: object): Promise<{ code: string; todo: string }[]>;
}
const { root } = layout();
const { javaMajor, sizeFindings, machineFindings } = (await import(join(root, 'infra', 'machine.mjs'))) as Machine;

describe('what the machine lacks', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['java version "1.8.0_402"', 8],
    ['openjdk version "21" 2023-09-19', 21],
    ['zsh: command not found', undefined],
    [undefined, undefined],
  ])('reads Java’s version from %s', (said, major) => expect(javaMajor(said)).toBe(major));

  it('asks for more disk on a fresh clone', () => {
    expect(sizeFindings({ memory: 4000, disk: 2000, cold: false })).toEqual([]);
    expect(sizeFindings({ memory: 4000, disk: 2000, cold: true }).map(({ code }) => code)).toEqual(['disk_full']);
    expect(sizeFindings({ memory: 500, disk: 500, cold: false }).map(({ code }) => code)).toEqual([
      'memory_low',
      'disk_full',
    ]);
  });

  it('names Java and Maven at once when neither is on the PATH, and how to install them', async () => {
    const env = { PATH: join(root, 'docs') };
    const findings = await machineFindings({ root, cold: true, jarsMissing: true, env });
    expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['java_missing', 'maven_missing']));
    expect(findings.every(({ todo }) => todo.length > 0)).toBe(true);
  });
});
