import ts from 'typescript';
import { placeOf, visit, type Source } from './sources.js';

/** What a service's policies refuse: the code, and what the person is told. */
export interface Refusal {
  readonly code: string;
  readonly help: string;
}

/** The codes of every `rejections({ … })` of a service. Throws when one can't be read from the source. */
export function refusalsIn(sources: readonly Source[]): readonly Refusal[] {
  const refusals: Refusal[] = [];
  for (const source of sources)
    visit(source.file, (node) => {
      if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== 'rejections')
        return;
      const [codes] = node.arguments;
      if (!codes || !ts.isObjectLiteralExpression(codes)) throw unreadable(source, node);
      for (const property of codes.properties) {
        if (!ts.isPropertyAssignment(property)) throw unreadable(source, property);
        refusals.push({ code: property.name.getText(source.file), help: textOf(property.initializer, source) });
      }
    });
  return refusals;
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
