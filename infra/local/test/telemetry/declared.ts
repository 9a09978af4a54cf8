import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { layout } from '../../src/layout.js';

export interface DeclaredRow {
  readonly name: string;
  readonly attributes: readonly string[];
  /** Whether a name that was told is this one. */
  readonly is: (told: string) => boolean;
}

/** The rows of docs/telemetry.md whose table begins with this word, those first that say most of the name. */
export function declared(table: 'span' | 'metric'): readonly DeclaredRow[] {
  const page = readFileSync(join(layout().root, 'docs', 'telemetry.md'), 'utf8');
  const [, rows = ''] = page.split(new RegExp(`^\\| ${table} \\|.*\\n\\|.*\\n`, 'm'));
  const lines = rows.slice(0, rows.indexOf('\n\n')).split('\n');
  const rowsOf = lines.map((line) => {
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    const name = (cells[1] ?? '').replaceAll('`', '');
    const pattern = new RegExp(`^${name.replaceAll(/[.*+?^$()[\]\\]/g, '\\$&').replaceAll(/\{\w+\}/g, '.+')}$`);
    return {
      name,
      attributes: [...(cells.at(-2) ?? '').matchAll(/`([^`]+)`/g)].map(([, each = '']) => each),
      is: (told: string) => pattern.test(told),
    };
  });
  const said = ({ name }: DeclaredRow): number => name.replaceAll(/\{\w+\}/g, '').length;
  return rowsOf.sort((a, b) => said(b) - said(a));
}
