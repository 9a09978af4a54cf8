import type { AvroRecord } from '../avro.js';
import { RegistryUnavailable, SchemaRefused } from './errors.js';

/** Every version of a fact can read, and be read by, every other. */
const COMPATIBILITY = 'FULL_TRANSITIVE';
const CONTENT_TYPE = 'application/vnd.schemaregistry.v1+json';
const TIMEOUT_MS = 10_000;
/** Confluent's error code for a schema id that does not exist; a 404 without it comes from something else on that address. */
const NO_SUCH_SCHEMA = 40403;

interface Answer {
  readonly status: number;
  readonly body: { readonly [name: string]: unknown };
}

/** The part of the Confluent schema registry API (v7) that we use. Each call throws RegistryUnavailable when it fails. */
export class Registry {
  constructor(private readonly url: string) {}

  /** Makes the registry refuse what would break a reader of any published version. */
  async requireCompatibility(): Promise<void> {
    if (await this.#isCompatible()) return;
    const answer = await this.#ask('PUT', '/config', { compatibility: COMPATIBILITY });
    // Services start together: the registry says 409 to all but the first.
    if (answer.status === 409 && (await this.#isCompatible())) return;
    ok(answer, '/config');
  }

  async #isCompatible(): Promise<boolean> {
    const { body } = await this.#expect('GET', '/config');
    return body['compatibilityLevel'] === COMPATIBILITY;
  }

  /** Registers a schema, or finds it: its id. Throws SchemaRefused when the registry does not take it. */
  async register(subject: string, schema: AvroRecord): Promise<number> {
    const path = `/subjects/${encodeURIComponent(subject)}/versions`;
    const answer = await this.#ask('POST', path, { schema: JSON.stringify(schema), schemaType: 'AVRO' });
    if (answer.status === 409 || answer.status === 422)
      throw new SchemaRefused(`The schema registry refuses ${subject}: ${text(answer)}`);
    const { id } = ok(answer, path).body;
    if (typeof id !== 'number') throw new RegistryUnavailable(`no id for ${subject}: ${text(answer)}`);
    return id;
  }

  /** The schema with this id as JSON; null when the registry says that it has none. */
  async schema(id: number): Promise<string | null> {
    const path = `/schemas/ids/${id}`;
    const answer = await this.#ask('GET', path);
    if (answer.status === 404 && answer.body['error_code'] === NO_SUCH_SCHEMA) return null;
    const { schema } = ok(answer, path).body;
    if (typeof schema !== 'string') throw new RegistryUnavailable(`no schema in the answer for id ${id}`);
    return schema;
  }

  async #expect(method: string, path: string, body?: object): Promise<Answer> {
    return ok(await this.#ask(method, path, body), path);
  }

  async #ask(method: string, path: string, body?: object): Promise<Answer> {
    try {
      const response = await fetch(this.url + path, {
        method,
        headers: { accept: `${CONTENT_TYPE}, application/json`, 'content-type': CONTENT_TYPE },
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(body && { body: JSON.stringify(body) }),
      });
      const content: unknown = await response.json().catch(() => null);
      return { status: response.status, body: typeof content === 'object' && content !== null ? { ...content } : {} };
    } catch (error) {
      throw new RegistryUnavailable(`${method} ${this.url}${path}`, { cause: error });
    }
  }
}

function ok(answer: Answer, path: string): Answer {
  if (answer.status < 200 || answer.status > 299)
    throw new RegistryUnavailable(`${path} answers ${answer.status} ${text(answer)}`);
  return answer;
}

function text({ body }: Answer): string {
  return typeof body['message'] === 'string' ? body['message'] : JSON.stringify(body);
}
