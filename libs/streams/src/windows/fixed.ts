import type { Window, Windows } from './window.js';

/** Windows of `size` milliseconds, one after the other from the epoch on. */
export function tumbling(size: number): Windows {
  return { ...hopping(size, size), description: `tumbling ${size}` };
}

/**
 * Windows of `size` milliseconds, one beginning every `advance`. As in Kafka Streams, the first window of `time` begins at
 * floor(max(0, time − size + advance) / advance) × advance. Throws RangeError unless 0 < advance ≤ size.
 */
export function hopping(size: number, advance: number): Windows {
  if (!(Number.isSafeInteger(size) && Number.isSafeInteger(advance) && advance > 0 && advance <= size))
    throw new RangeError(`a window of ${size} ms every ${advance} ms: 0 < advance ≤ size, in whole milliseconds`);
  return {
    of: (time) => {
      const first = Math.floor(Math.max(0, time - size + advance) / advance) * advance;
      if (advance === size) return [{ start: first, end: first + size }];
      const windows: Window[] = [];
      for (let start = first; start <= time; start += advance) windows.push({ start, end: start + size });
      return windows;
    },
    longest: size,
    description: `hopping ${size} every ${advance}`,
  };
}
