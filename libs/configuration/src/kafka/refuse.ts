import { readFileSync } from 'node:fs';
import { type VariableName } from '../variables.js';

/** Notes what is wrong with a variable; `message` names it and says what to do. */
export type Refuse = (variable: VariableName, message: string) => void;

/** The text of a file that a setting names. Undefined, and refused, when it can't be read. */
export function contentOf(variable: VariableName, file: string, refuse: Refuse): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    refuse(
      variable,
      `${variable} can't be read (${code ?? message}): ${file}. Name a file that this process may read.`,
    );
    return undefined;
  }
}
