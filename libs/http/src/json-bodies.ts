import type { FastifyInstance } from 'fastify';
import { problems } from './problem.js';
import { unstorableIn } from './storable.js';

/** JSON is UTF-8 (RFC 8259), whether its type says so or not. */
const ANOTHER_CHARSET = /;\s*charset\s*=(?!\s*"?utf-8"?\s*(;|$))/i;

/**
 * Takes bodies of JSON and no others. An empty one is none, so that validation tells what is missing. `__proto__` and
 * `constructor` are fields like any others here, which a schema drops with what else it does not know.
 */
export function takeJsonBodies(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('ignore', 'ignore');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers;
    if (encoding !== 'identity' || ANOTHER_CHARSET.test(type)) done(problems.unsupported_media_type());
    else if (body === '') done(null);
    else
      void parse(request, body, (error, parsed) => {
        const path = error ? undefined : unstorableIn(parsed, body);
        if (path === undefined) done(error, parsed);
        else done(problems.invalid_request([{ path, message: 'holds a NUL or half a character: leave it out' }]));
      });
  });
}
