import { meaning } from './meaning.js';
import { protocol } from './protocol.js';

/** Every mutant of streams, by what it breaks. */
export const catalogue = [
  ...Object.entries(protocol).map(([title, mutants]) => ({
    label: `streams rule ${title.split('.')[0]}`,
    title,
    mutants,
  })),
  ...Object.entries(meaning).map(([title, mutants]) => ({ label: `streams ${title.toLowerCase()}`, title, mutants })),
];
