import swcJest from '@swc/jest';
import { mutated, mutation } from './mutation.mjs';

/** @swc/jest, given the mutated text of the file that `MUTANT` names: its compilation is cached under that text. */
export default {
  createTransformer(options) {
    const { canInstrument, process, processAsync, getCacheKey } = swcJest.createTransformer(options);
    return {
      canInstrument,
      process: (text, file, about) => process(mutated(text, file), file, about),
      processAsync: (text, file, about) => processAsync(mutated(text, file), file, about),
      getCacheKey: (text, file, about) => {
        const key = getCacheKey(mutated(text, file), file, about);
        return file === mutation?.file ? `${key}-mutant` : key;
      },
    };
  },
};
