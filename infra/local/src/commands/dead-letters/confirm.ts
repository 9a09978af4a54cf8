import { createInterface } from 'node:readline/promises';
import { interrupted } from '../../interrupted.js';
import { Refused } from '../exit.js';

/** Asks on the terminal; only the wanted word is a yes. Throws Refused where nobody can be asked. */
export async function confirm(question: string, wanted: 'y' | 'yes'): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new Refused(`${question} There is no terminal to ask at: add --yes when you mean it.`);
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await lines.question(`${question} [${wanted}/N] `, { signal: interrupted });
    return answer.trim().toLowerCase() === wanted || (wanted === 'y' && answer.trim().toLowerCase() === 'yes');
  } catch (error) {
    if (interrupted.aborted) return false;
    throw error;
  } finally {
    lines.close();
  }
}
