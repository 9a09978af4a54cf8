import ts from 'typescript';
import type { Hearing } from './hearings.js';
import { placeOf, visit, type Source } from './sources.js';

/** What applications over streams read: the facts in `.from(…)` and `.table(name, …)` within `streams('name', (s) => …)`. */
export function streamHearingsIn(sources: readonly Source[]): readonly Hearing[] {
  const hearings: Hearing[] = [];
  for (const source of sources)
    visit(source.file, (node) => {
      const application = applicationOf(node);
      if (application === null) return;
      const { name, build, builder } = application;
      visit(build, (inner) => {
        for (const fact of readBy(inner, builder, source))
          if (!hearings.some((known) => known.handler === name && known.fact === fact))
            hearings.push({ fact, how: 'Stream', handler: name });
      });
    });
  return hearings;
}

interface Application {
  readonly name: string;
  readonly build: ts.ArrowFunction;
  /** What its parameter is called. */
  readonly builder: string;
}

function applicationOf(node: ts.Node): Application | null {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== 'streams')
    return null;
  const [name, build] = node.arguments;
  if (!name || !ts.isStringLiteral(name) || !build || !ts.isArrowFunction(build)) return null;
  const parameter = build.parameters[0]?.name;
  return parameter && ts.isIdentifier(parameter) ? { name: name.text, build, builder: parameter.text } : null;
}

function readBy(node: ts.Node, builder: string, source: Source): readonly string[] {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const { expression: of, name } = node.expression;
  if (!ts.isIdentifier(of) || of.text !== builder) return [];
  if (name.text === 'from') return node.arguments.map((fact) => named(fact, source));
  if (name.text !== 'table') return [];
  const facts = node.arguments[1];
  if (facts === undefined) return [];
  return ts.isArrayLiteralExpression(facts)
    ? facts.elements.map((fact) => named(fact, source))
    : [named(facts, source)];
}

function named(fact: ts.Expression, source: Source): string {
  if (ts.isIdentifier(fact)) return fact.text;
  throw new Error(
    `${placeOf(source, fact)}: ${fact.getText(source.file)} can't be read as a fact: name the fact itself`,
  );
}
