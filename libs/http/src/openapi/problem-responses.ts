import { z } from 'zod';
import { ALWAYS, headersNamed, LIMITS, type HeaderName } from './headers.js';
import { bodyOf } from '../problem-body.js';
import { Problem } from '../problem.js';
import { problemOf } from '../problem-of.js';
import type { Refusal } from './operation.js';
import type { JsonSchema, Schemas } from './schemas.js';
import { Id } from './shapes.js';

const MEDIA_TYPE = 'application/problem+json';

const shape = z.object({
  type: z.string().meta({ description: 'a URN that ends with the code' }),
  title: z.string().meta({ description: 'what the status says' }),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().meta({ description: 'what to do, for people to read; it may change' }),
  correlationId: Id.meta({ description: 'the answer’s x-correlation-id, under which we find it' }),
  errors: z
    .array(z.object({ path: z.string(), message: z.string() }))
    .optional()
    .meta({ description: 'where the request is wrong, and what is wrong there' }),
});

/** Of the headers that a problem brings, those that are described. */
const DESCRIBED: Readonly<Record<string, HeaderName>> = {
  'retry-after': 'Retry-After',
  'www-authenticate': 'WWW-Authenticate',
};

export interface Responses {
  readonly [status: string]: { readonly $ref: string };
}

/** The answers that are problems: one for each status, whose codes are a closed list. */
export class ProblemResponses {
  readonly components: Record<string, JsonSchema> = {};
  readonly #known = new Map<string, Problem>();

  constructor(private readonly schemas: Schemas) {}

  /** Every problem that was asked for, by its code. */
  get known(): readonly Problem[] {
    return [...this.#known.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  /** `problemsShow`: what their bodies have beside what all have. */
  of(refusals: readonly Refusal[], problemsShow?: z.ZodType): Responses {
    const byStatus = new Map<number, Problem[]>();
    for (const refusal of refusals) {
      const problem = problemOf(typeof refusal === 'function' ? refusal() : refusal);
      const sameStatus = byStatus.get(problem.status) ?? [];
      byStatus.set(problem.status, sameStatus);
      if (!sameStatus.some(({ code }) => code === problem.code)) sameStatus.push(problem);
      this.#known.set(problem.code, problem);
    }
    const responses = [...byStatus].map(([status, found]) => [status, this.#response(found, problemsShow)] as const);
    return Object.fromEntries(responses);
  }

  /** What all problems are made of; the codes are those that were asked for. */
  addSchema(): void {
    const { properties, ...rest } = this.schemas.of(shape, 'output') as { properties: object };
    const code = {
      type: 'string',
      enum: this.known.map((problem) => problem.code),
      description: 'what it is: it stays',
    };
    this.schemas.named('Problem', { ...rest, properties: { ...properties, code } });
  }

  #response(found: readonly Problem[], problemsShow: z.ZodType | undefined): { readonly $ref: string } {
    const codes = found.map(({ code }) => code).sort();
    const name = codes.join('.');
    const showMore = found.every(({ more }) => more.beside !== undefined);
    const beside = problemsShow && showMore ? [this.schemas.of(problemsShow, 'output')] : [];
    this.components[name] = {
      description: codes.map((code) => `\`${code}\``).join(', '),
      headers: headersOf(found),
      content: {
        [MEDIA_TYPE]: {
          schema: {
            allOf: [
              { $ref: '#/components/schemas/Problem' },
              { type: 'object', properties: { code: { type: 'string', enum: codes } }, required: ['code'] },
              ...beside,
            ],
          },
          examples: Object.fromEntries(
            found.map((problem) => [problem.code, { value: bodyOf(problem, '01a21044-98be-71cf-a7d5-4bb8552fbabf') }]),
          ),
        },
      },
    };
    return { $ref: `#/components/responses/${name}` };
  }
}

function headersOf(found: readonly Problem[]) {
  const told = new Set(found.flatMap(({ more }) => Object.keys(more.headers ?? {})));
  const limits = found.some(({ status }) => status === 429) ? LIMITS : [];
  return headersNamed([...ALWAYS, ...[...told].flatMap((name) => DESCRIBED[name] ?? []), ...limits]);
}
