/**
 * One place of one file, changed while it is compiled, to see whether a test notices; the file itself is never touched.
 * `npm run mutants` says which by the variable MUTANT: JSON of { file (absolute), find, replace }.
 */
export const mutation = process.env.MUTANT ? JSON.parse(process.env.MUTANT) : undefined;

/** What is to be compiled instead of the file's text. Throws when the text to be changed does not stand there exactly once. */
export function mutated(text, file) {
  if (mutation === undefined || file !== mutation.file) return text;
  const parts = text.split(mutation.find);
  if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times, not once: ${mutation.find}`);
  return parts.join(mutation.replace);
}
