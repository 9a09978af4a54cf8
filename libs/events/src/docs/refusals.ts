import ts from 'typescript';
import { placeOf, visit, type Source } from './sources.js';

/** What a service's policies refuse: the code, and what the person is told. */
export interface Refusal {
  readonly code: string;
  readonly help: string;
}

/** The refusals that a library's functions throw, by the function's name. */
export type RefusingFunctions = ReadonlyMap<string, readonly Refusal[]>;

/**
 * The codes of every `rejections({ … })` of a service, and of the libraries' functions that it imports. Throws when one
 * can't be read from the source.
 */
export function refusalsIn(sources: readonly Source[], libraries: RefusingFunctions = new Map()): readonly Refusal[] {
  const own = sources.flatMap((source) => [...rejectionsIn(source).values()].flat());
  const imported = new Set(sources.flatMap(importsOf));
  const called = [...libraries].filter(([name]) => imported.has(name)).flatMap(([, refusals]) => refusals);
  return [...own, ...new Map(called.map((refusal) => [refusal.code, refusal])).values()];
}

/** Which functions throw which refusals of their own file: those that say `throw <rejections>.<code>()`. */
export function refusingFunctionsIn(sources: readonly Source[]): RefusingFunctions {
  const functions = new Map<string, readonly Refusal[]>();
  for (const source of sources) {
    const known = rejectionsIn(source);
    visit(source.file, (node) => {
      if (!ts.isFunctionDeclaration(node) || node.name === undefined) return;
      const thrown: Refusal[] = [];
      visit(node, (inner) => {
        if (!ts.isPropertyAccessExpression(inner) || !ts.isIdentifier(inner.expression)) return;
        thrown.push(...(known.get(inner.expression.text) ?? []).filter(({ code }) => code === inner.name.text));
      });
      if (thrown.length > 0) functions.set(node.name.text, thrown);
    });
  }
  return functions;
}

/** By the name of the constant that holds them; those without one by ''. */
function rejectionsIn(source: Source): ReadonlyMap<string, readonly Refusal[]> {
  const found = new Map<string, Refusal[]>();
  visit(source.file, (node) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== 'rejections')
      return;
    const name = ts.isVariableDeclaration(node.parent) ? node.parent.name.getText(source.file) : '';
    found.set(name, [...(found.get(name) ?? []), ...codesOf(node, source)]);
  });
  return found;
}

function codesOf(node: ts.CallExpression, source: Source): readonly Refusal[] {
  const [codes] = node.arguments;
  if (!codes || !ts.isObjectLiteralExpression(codes)) throw unreadable(source, node);
  return codes.properties.map((property) => {
    if (!ts.isPropertyAssignment(property)) throw unreadable(source, property);
    return { code: property.name.getText(source.file), help: textOf(property.initializer, source) };
  });
}

function importsOf({ file }: Source): readonly string[] {
  const names: string[] = [];
  visit(file, (node) => {
    if (ts.isImportSpecifier(node)) names.push((node.propertyName ?? node.name).text);
  });
  return names;
}

function textOf(node: ts.Expression, source: Source): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return textOf(node.left, source) + textOf(node.right, source);
  throw unreadable(source, node);
}

function unreadable(source: Source, node: ts.Node): Error {
  return new Error(`${placeOf(source, node)}: write the codes and helps of rejections({ … }) as plain strings here`);
}
