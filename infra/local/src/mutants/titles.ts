/** A title is what stands between a quote and the test's function; those of describes are none. */
const TITLE = /(?<!describe)\(\s*(['"`])((?:\\.|(?!\1).)+)\1,\s*(?:async\s*)?(?:\(|\w+\s*=>)/g;
/** What a table of tests, or a template, fills in. */
const FILLED_IN = /%[a-z]|\$\{[^}]*\}|\$\w+/;

/** How many tests of a file, given as its text, have the title: those that say it whole, else the tables that can make it. */
export function titled(text: string, title: string): number {
  const written = [...text.matchAll(TITLE)].map(([, , one = '']) => one);
  const whole = written.filter((one) => one === title);
  return whole.length > 0 ? whole.length : written.filter((one) => makes(one, title, text)).length;
}

/** What is filled in stands in the file, too: in the table. */
function makes(written: string, title: string, text: string): boolean {
  const literal = written.split(FILLED_IN).map((part) => part.replaceAll(/[^\w ]/g, '\\$&'));
  const filled = new RegExp(`^${literal.join('(.+)')}$`).exec(title)?.slice(1);
  return filled?.every((part) => text.includes(part)) ?? false;
}
