import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** A parsed TypeScript file of a service. Parsed only: no types are looked up, so that this takes milliseconds. */
export interface Source {
  /** Relative to the repository. */
  readonly path: string;
  readonly file: ts.SourceFile;
}

/** The sources of a package (`apps/rider`), without its specs; none when it has no src folder. */
export function sourcesOf(repository: string, name: string): readonly Source[] {
  const folder = join(repository, name, 'src');
  return filesIn(folder)
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts') && !path.endsWith('.d.ts'))
    .map((path) => sourceOf(relative(repository, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')));
}

export function sourceOf(path: string, text: string): Source {
  return { path, file: ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true) };
}

/** Where a node stands, for messages: `apps/rider/src/rider.handlers.ts:32`. */
export function placeOf({ path, file }: Source, node: ts.Node): string {
  return `${path}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;
}

export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((name) => join(folder, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
