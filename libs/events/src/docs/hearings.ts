import ts from 'typescript';
import { placeOf, visit, type Source } from './sources.js';

/** In a unit of work, as an effect on the outside, as one of many positions, or by an application over streams. */
export type How = 'On' | 'Effect' | 'Follow' | 'Watch' | 'Stream';
/** A handler of a fact, as the source says it. */
export interface Hearing {
  readonly fact: string;
  readonly how: How;
  /** Class and method; the application's name. */
  readonly handler: string;
  /** Of an effect: the name by which its subscription goes, `<service>.<effect>`. */
  readonly effect?: string;
}

/**
 * What a service hears: the facts that its @On, @Effect and @Follow name, or spread from a constant list of the service.
 * Throws when one of them can't be read from the source.
 */
export function hearingsIn(sources: readonly Source[]): readonly Hearing[] {
  const lists = constantLists(sources);
  const hearings: Hearing[] = [];
  for (const source of sources)
    visit(source.file, (node) => {
      if (!ts.isDecorator(node) || !ts.isCallExpression(node.expression)) return;
      const how = howOf(node.expression.expression);
      if (how === null) return;
      const method = node.parent as ts.MethodDeclaration;
      const handler = `${(method.parent as ts.ClassDeclaration).name?.text ?? ''}.${method.name.getText(source.file)}`;
      const effect = how === 'Effect' ? { effect: effectIn(node.expression, source) } : {};
      for (const fact of namesIn(node.expression.arguments, lists, source))
        hearings.push({ fact, how, handler, ...effect });
    });
  return hearings;
}

function howOf(decorator: ts.Expression): Exclude<How, 'Stream'> | null {
  if (!ts.isIdentifier(decorator)) return null;
  const name = decorator.text;
  return name === 'On' || name === 'Effect' || name === 'Follow' || name === 'Watch' ? name : null;
}

function effectIn(call: ts.CallExpression, source: Source): string {
  const options = call.arguments.find(ts.isObjectLiteralExpression);
  const name = options?.properties.find((property) => property.name?.getText(source.file) === 'name');
  if (name && ts.isPropertyAssignment(name) && ts.isStringLiteral(name.initializer)) return name.initializer.text;
  throw new Error(`${placeOf(source, call)}: write the name of the effect as a plain string here`);
}

type Lists = ReadonlyMap<string, { readonly source: Source; readonly elements: readonly ts.Expression[] }>;

function namesIn(args: readonly ts.Expression[], lists: Lists, source: Source): readonly string[] {
  return args.flatMap((argument) => {
    if (ts.isIdentifier(argument)) return [argument.text];
    // The options of an effect are no fact.
    if (ts.isObjectLiteralExpression(argument)) return [];
    const list =
      ts.isSpreadElement(argument) && ts.isIdentifier(argument.expression) && lists.get(argument.expression.text);
    if (list) return namesIn(list.elements, lists, list.source);
    throw new Error(
      `${placeOf(source, argument)}: ${argument.getText(source.file)} can't be read as a fact: ` +
        'name the fact itself, or spread a constant list of facts of this service',
    );
  });
}

function constantLists(sources: readonly Source[]): Lists {
  const lists = new Map<string, { source: Source; elements: readonly ts.Expression[] }>();
  for (const source of sources)
    visit(source.file, (node) => {
      if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name) || !node.initializer) return;
      let value = node.initializer;
      while (ts.isAsExpression(value) || ts.isSatisfiesExpression(value)) value = value.expression;
      if (ts.isArrayLiteralExpression(value)) lists.set(node.name.text, { source, elements: value.elements });
    });
  return lists;
}
