import ts from 'typescript';

/**
 * The full titles of the tests in a spec's source: those of its describes and its own, joined by ` › `. What a table
 * fills in (`%s`, `$name`) is `…`.
 */
export function testsIn(source: string): readonly string[] {
  const titles: string[] = [];
  const visit = (node: ts.Node, path: readonly string[]): void => {
    const called = ts.isCallExpression(node) ? titled(node) : undefined;
    const here = called === undefined ? path : [...path, called.title];
    if (called?.is === 'test') titles.push(here.join(' › '));
    ts.forEachChild(node, (child) => visit(child, here));
  };
  visit(ts.createSourceFile('a.spec.ts', source, ts.ScriptTarget.Latest, true), []);
  return titles;
}

function titled({ expression, arguments: [title] }: ts.CallExpression) {
  if (title === undefined || !ts.isStringLiteralLike(title)) return undefined;
  // it('…'), it.each(…)('…'), it.only('…')
  const [, name] = /^(it|test|describe)\b/.exec(expression.getText()) ?? [];
  if (name === undefined) return undefined;
  const is = name === 'describe' ? ('group' as const) : ('test' as const);
  return { is, title: title.text.replace(/%[a-z]|\$[\w.]+/g, '…') };
}
