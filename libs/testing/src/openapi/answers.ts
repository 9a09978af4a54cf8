import type { Document } from '@ride/http';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { closed, open } from './closed.js';

type Json = Readonly<Record<string, unknown>>;

/** An answer that a service has given. */
export interface Given {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly status: number;
  readonly mediaType: string | undefined;
  readonly body: unknown;
}

interface Path {
  readonly matches: RegExp;
  readonly operations: Readonly<Record<string, Json>>;
}

/** What is answered where there is no such route. */
const UNROUTED = ['unknown_route', 'method_not_allowed', 'malformed_request'];
/** The page and the document themselves. */
const DOCS = /^\/docs(-json|-yaml|\/|$)/;

/** Holds a service's answers to its OpenAPI document. */
export class AnswerCheck {
  readonly #ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  readonly #paths: readonly Path[];
  readonly #validators = new Map<string, ValidateFunction>();

  constructor(private readonly document: Document) {
    const schemas = (document.components?.schemas ?? {}) as Record<string, Json>;
    const components = { schemas: Object.fromEntries(Object.entries(schemas).map(([name, one]) => [name, open(one)])) };
    this.#ajv.addSchema({ $id: 'document', components });
    // A path without a parameter goes first: /dead-letters/repairs is no dead letter.
    this.#paths = Object.entries(document.paths)
      .sort(([a], [b]) => a.split('{').length - b.split('{').length)
      .map(([path, operations]) => ({
        matches: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
        operations: operations as unknown as Record<string, Json>,
      }));
  }

  /** Throws an Error that says how the answer is not what the document says. */
  check(given: Given): void {
    const [path = ''] = given.path.split('?', 1);
    if (DOCS.test(path)) return;
    const method = given.method.toLowerCase() === 'head' ? 'get' : given.method.toLowerCase();
    const operation = this.#paths.find(({ matches }) => matches.test(path))?.operations[method];
    const code = (given.body as { readonly code?: unknown } | undefined)?.code;
    if (operation === undefined) {
      if (given.status >= 400 && UNROUTED.includes(String(code))) return;
      throw wrong(given, 'the document has no such route');
    }
    const response = this.#response(operation, given);
    const contents = Object.entries((response['content'] ?? {}) as Record<string, { readonly schema?: Json }>);
    if (contents.length === 0) {
      if (given.body !== undefined) throw wrong(given, 'the document says that there is no body');
      return;
    }
    const [mediaType = '', { schema = {} } = {}] = contents[0] ?? [];
    if (given.mediaType?.split(';', 1)[0] !== mediaType) throw wrong(given, `the document says ${mediaType}`);
    if (given.method.toLowerCase() === 'head' || mediaType === 'text/event-stream') return;
    this.#validate(`${method} ${path} ${given.status}`, schema, given);
  }

  /** Throws an Error when a live event is not one of LiveEvents, or its data are not as they are there. */
  event({ type, data }: { readonly type: string; readonly data: unknown }): void {
    const { LiveEvents } = (this.document.components?.schemas ?? {}) as Record<string, { properties?: Json }>;
    const schema = LiveEvents?.properties?.[type] as Json | undefined;
    const validate = schema && this.#validator(`event ${type}`, schema);
    if (validate?.(data) === true) return;
    const how = validate ? this.#ajv.errorsText(validate.errors, { dataVar: 'data' }) : 'it has no such event';
    throw new Error(`${type} ${JSON.stringify(data)} is not in the service’s OpenAPI document: ${how}`);
  }

  #response(operation: Json, given: Given): Json {
    const responses = operation['responses'] as Record<string, Json>;
    const response = responses[given.status];
    if (response === undefined) throw wrong(given, `the document says ${Object.keys(responses).join(', ')}`);
    const name = /^#\/components\/responses\/(.*)$/.exec(String(response['$ref'] ?? ''))?.[1];
    return name === undefined ? response : (this.document.components!.responses![name] as unknown as Json);
  }

  #validator(key: string, schema: Json): ValidateFunction {
    const validate = this.#validators.get(key) ?? this.#ajv.compile(inDocument(closed(schema)));
    this.#validators.set(key, validate);
    return validate;
  }

  #validate(key: string, schema: Json, given: Given): void {
    const validate = this.#validator(key, schema);
    if (!validate(given.body)) throw wrong(given, this.#ajv.errorsText(validate.errors, { dataVar: 'body' }));
  }
}

/** The schema with its references leading into the whole document. */
function inDocument(schema: Json): Json {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"document#/components/')) as Json;
}

function wrong({ method, path, status, mediaType, body }: Given, how: string): Error {
  const answer = `${status} ${mediaType ?? '(no body)'} ${JSON.stringify(body) ?? ''}`;
  return new Error(`${method} ${path} has not answered as its OpenAPI document says: ${how}\n${answer}`);
}
