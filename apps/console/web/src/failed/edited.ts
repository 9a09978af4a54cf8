/** What somebody has written. Throws an Error that says what is wrong with it. */
export function dataIn(text: string): Record<string, unknown> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new Error(`This is no JSON: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new Error('A fact is a JSON object: { … }');
  return data as Record<string, unknown>;
}
