import type { Document } from '@ride/http';
import { operationsOf, responseOf, type Operation } from './operations.js';
import { SchemaChanges, type Json, type Side } from './schema-changes.js';

type Named = Readonly<Record<string, Json>>;
/**
 * Why clients that were made for the document before would fail with the one after; each in a sentence. What is new and
 * may be left alone breaks nothing: routes, optional fields of requests, fields of answers, codes.
 */
export function breakingChanges(before: Document, after: Document): readonly string[] {
  const now = new Map(operationsOf(after).map((operation) => [operation.route, operation]));
  const routes = operationsOf(before).flatMap((was) => {
    const is = now.get(was.route);
    return is === undefined ? [`${was.route} is gone`] : new OperationChanges(was.route, before, after).find(was, is);
  });
  return [...routes, ...eventChanges(before, after)];
}

class OperationChanges {
  readonly #asked: SchemaChanges;
  readonly #answered: SchemaChanges;

  constructor(
    private readonly route: string,
    private readonly before: Document,
    private readonly after: Document,
  ) {
    this.#asked = changesOf(before, after, 'asked');
    this.#answered = changesOf(before, after, 'answered');
  }

  find(was: Operation, is: Operation): readonly string[] {
    const changes = [
      ...(was.operationId === is.operationId ? [] : [`it is called ${is.operationId}, not ${was.operationId}`]),
      ...this.#callers(was, is),
      ...this.#parameters(was, is),
      ...this.#body(was, is),
      ...this.#answers(was, is),
    ];
    return changes.map((change) => `${this.route}: ${change}`);
  }

  #callers({ security: was = [] }: Operation, { security: is = [] }: Operation): readonly string[] {
    if (is.length === 0) return [];
    if (was.length === 0) return ['it needs a token'];
    const may = is.flatMap(({ bearer = [] }) => bearer);
    return was.flatMap(({ bearer = [] }) =>
      bearer.filter((role) => !may.includes(role)).map((role) => `${role}s may not`),
    );
  }

  #parameters({ parameters: was = [] }: Operation, { parameters: is = [] }: Operation): readonly string[] {
    const known = (name: string, all: typeof was) => all.find((one) => one.name === name);
    const gone = was.flatMap((before) => {
      const after = known(before.name, is);
      if (after === undefined) return [`${before.name} can’t be asked any more`];
      return this.#asked.find(before.name, schemaOf(before), schemaOf(after));
    });
    const needed = is.filter(({ name, required }) => required && !known(name, was)?.required);
    return [...gone, ...needed.map(({ name }) => `${name} is required`)];
  }

  #body({ requestBody: was }: Operation, { requestBody: is }: Operation): readonly string[] {
    const required = is?.required === true && was?.required !== true ? ['a body is required'] : [];
    return [...required, ...this.#contents('body', this.#asked, was?.content, is?.content)];
  }

  #answers({ responses: was }: Operation, { responses: is }: Operation): readonly string[] {
    const success = (status: string) => status.startsWith('2');
    const added = Object.keys(is).filter((status) => success(status) && was[status] === undefined);
    const changes = Object.entries(was).flatMap(([status, response]) => {
      const [before, after] = [responseOf(response, this.before), responseOf(is[status] ?? {}, this.after)];
      if (is[status] === undefined) return [`${status} is answered no more`];
      const headers = Object.keys((before['headers'] ?? {}) as Json);
      const lost = headers.filter((name) => ((after['headers'] ?? {}) as Json)[name] === undefined);
      return [
        ...lost.map((name) => `${status} has no ${name} any more`),
        ...this.#contents(status, this.#answered, before['content'] as Named, after['content'] as Named),
      ];
    });
    return [...changes, ...added.map((status) => `${status} may be answered now`)];
  }

  #contents(where: string, changes: SchemaChanges, was: Named = {}, is: Named = {}): readonly string[] {
    return Object.entries(was).flatMap(([mediaType, before]) => {
      const after = is[mediaType];
      if (after === undefined) return [`${where}: no ${mediaType} any more`];
      return changes.find(where, schemaOf(before), schemaOf(after));
    });
  }
}

function eventChanges(before: Document, after: Document): readonly string[] {
  const was = (before.components?.schemas as Named | undefined)?.['LiveEvents'];
  if (was === undefined) return [];
  const is = (after.components?.schemas as Named | undefined)?.['LiveEvents'];
  return changesOf(before, after, 'answered').find('events', was, is ?? {});
}

function changesOf(before: Document, after: Document, side: Side): SchemaChanges {
  const schemas = ({ components }: Document) => (components?.schemas ?? {}) as Named;
  return new SchemaChanges({ before: schemas(before), after: schemas(after), side });
}

function schemaOf({ schema }: Json): Json {
  return (schema ?? {}) as Json;
}
