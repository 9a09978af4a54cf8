import type { Document } from '@ride/http';
import { breakingChanges } from './breaking-changes.js';

const json = (schema: object) => ({ 'application/json': { schema } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: object, ...required: string[]) => ({ type: 'object', properties, required });
const codes = (...names: string[]) => ({ allOf: [ref('Problem'), object({ code: { enum: names } }, 'code')] });

const before = () => ({
  paths: {
    '/rides': {
      post: {
        operationId: 'requestRide',
        security: [{ bearer: ['rider', 'operator'] }],
        parameters: [{ name: 'page', in: 'query', required: false, schema: { type: 'integer', maximum: 50 } }],
        requestBody: { required: false, content: json(ref('Wish')) },
        responses: {
          202: { headers: { Location: {} }, content: json(ref('Ride')) },
          409: { $ref: '#/components/responses/taken' },
        },
      },
    },
    '/rides/{id}': {
      get: { operationId: 'getRide', security: [], responses: { 200: { content: json(ref('Ride')) } } },
    },
  },
  components: {
    responses: { taken: { content: { 'application/problem+json': { schema: codes('taken', 'busy') } } } },
    schemas: {
      Problem: object({ code: { type: 'string' }, detail: { type: 'string' } }, 'code'),
      Wish: object({
        seats: { type: 'integer', minimum: 1 },
        kind: { enum: ['xl', 'small'] },
        note: { type: 'string' },
      }),
      Stop: object({ name: { type: 'string', pattern: '^a' } }, 'name'),
      Ride: object(
        {
          id: { type: 'string' },
          kind: { enum: ['xl', 'small'] },
          fare: { type: ['number', 'null'] },
          stops: { type: 'array', items: ref('Stop') },
          next: ref('Ride'),
          how: { oneOf: [ref('Stop'), { type: 'string' }] },
        },
        'id',
      ),
      LiveEvents: object({ 'ride.ended': ref('Stop') }, 'ride.ended'),
    },
  },
});
type Draft = ReturnType<typeof before>;

function changes(change: (after: Draft) => unknown): readonly string[] {
  const after = before();
  change(after);
  return breakingChanges(before() as unknown as Document, after as unknown as Document);
}
/** A schema of the draft, to be changed. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test changes what it wants
const schema = (after: Draft, name: keyof Draft['components']['schemas']): any => after.components.schemas[name];
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test changes what it wants
const post = (after: Draft): any => after.paths['/rides'].post;

describe('a change of the API that breaks clients', () => {
  it.each<[string, (after: Draft) => unknown, string]>([
    ['a route is gone', (a) => Reflect.deleteProperty(a.paths, '/rides'), 'POST /rides is gone'],
    ['a method is gone', (a) => Reflect.deleteProperty(a.paths['/rides/{id}'], 'get'), 'GET /rides/{id} is gone'],
    ['another name', (a) => (post(a).operationId = 'askRide'), 'POST /rides: it is called askRide, not requestRide'],
    ['a role fewer', (a) => (post(a).security[0].bearer = ['rider']), 'POST /rides: operators may not'],
    [
      'a token that was not needed',
      (a) => ((a.paths['/rides/{id}'].get.security as object[]) = [{ bearer: ['rider'] }]),
      'GET /rides/{id}: it needs a token',
    ],
    ['a parameter fewer', (a) => (post(a).parameters = []), 'POST /rides: page can’t be asked any more'],
    [
      'a parameter that is required now',
      (a) => (post(a).parameters[0].required = true),
      'POST /rides: page is required',
    ],
    [
      'a new parameter that is required',
      (a) => post(a).parameters.push({ name: 'Idempotency-Key', in: 'header', required: true }),
      'POST /rides: Idempotency-Key is required',
    ],
    ['a tighter bound', (a) => (post(a).parameters[0].schema.maximum = 20), 'POST /rides: page: maximum 50 became 20'],
    [
      'a new bound',
      (a) => (schema(a, 'Wish').properties.note.maxLength = 9),
      'POST /rides: body.note: maxLength none became 9',
    ],
    ['a body that is required now', (a) => (post(a).requestBody.required = true), 'POST /rides: a body is required'],
    [
      'a field that is required now',
      (a) => schema(a, 'Wish').required.push('seats'),
      'POST /rides: body.seats is required',
    ],
    [
      'a new field that is required',
      (a) => {
        schema(a, 'Wish').properties.tip = { type: 'integer' };
        schema(a, 'Wish').required.push('tip');
      },
      'POST /rides: body.tip is required',
    ],
    [
      'a field of a request that is gone',
      (a) => delete schema(a, 'Wish').properties.note,
      'POST /rides: body.note is gone',
    ],
    [
      'a value that may be asked no more',
      (a) => (schema(a, 'Wish').properties.kind.enum = ['xl']),
      'POST /rides: body.kind: small may be asked no more',
    ],
    [
      'another type in a request',
      (a) => (schema(a, 'Wish').properties.seats.type = 'string'),
      'POST /rides: body.seats: integer became string',
    ],
    ['a success that is given no more', (a) => delete post(a).responses[202], 'POST /rides: 202 is answered no more'],
    ['another success', (a) => (post(a).responses[200] = {}), 'POST /rides: 200 may be answered now'],
    [
      'a header fewer',
      (a) => delete post(a).responses[202].headers.Location,
      'POST /rides: 202 has no Location any more',
    ],
    [
      'a field of an answer that is gone',
      (a) => delete schema(a, 'Ride').properties.fare,
      'GET /rides/{id}: 200.fare is gone',
    ],
    [
      'a field that may be missing now',
      (a) => (schema(a, 'Ride').required = []),
      'GET /rides/{id}: 200.id may be missing now',
    ],
    [
      'another type in an answer',
      (a) => (schema(a, 'Ride').properties.id.type = 'integer'),
      'GET /rides/{id}: 200.id: string became integer',
    ],
    [
      'a null that was none',
      (a) => (schema(a, 'Ride').properties.id.type = ['string', 'null']),
      'GET /rides/{id}: 200.id: string became string or null',
    ],
    [
      'a value that may be answered now',
      (a) => schema(a, 'Ride').properties.kind.enum.push('boat'),
      'GET /rides/{id}: 200.kind: boat may be answered now',
    ],
    [
      'a field deep inside',
      (a) => delete schema(a, 'Stop').properties.name,
      'GET /rides/{id}: 200.stops[].name is gone',
    ],
    [
      'an alternative more in an answer',
      (a) => schema(a, 'Ride').properties.how.oneOf.push({ type: 'integer' }),
      'GET /rides/{id}: 200.how: there are more alternatives',
    ],
    [
      'a code that is gone',
      (a) => (a.components.responses.taken.content['application/problem+json'].schema = codes('taken')),
      'POST /rides: 409.code: busy is gone',
    ],
    [
      'another media type',
      (a) => ((a.components.responses.taken as { content: object }).content = json(ref('Problem'))),
      'POST /rides: 409: no application/problem+json any more',
    ],
    [
      'an event that is gone',
      (a) => delete schema(a, 'LiveEvents').properties['ride.ended'],
      'events.ride.ended is gone',
    ],
    [
      'a field of an event that is gone',
      (a) => delete schema(a, 'Stop').properties.name,
      'events.ride.ended.name is gone',
    ],
  ])('%s', (_, change, told) => {
    expect(changes(change)).toContain(told);
  });
});

describe('a change of the API that breaks nobody', () => {
  it.each<[string, (after: Draft) => unknown]>([
    ['none', () => undefined],
    ['a new route', (a) => Object.assign(a.paths, { '/shifts': { get: { operationId: 'x', responses: {} } } })],
    ['a role more', (a) => post(a).security[0].bearer.push('driver')],
    ['a parameter that may be left out', (a) => post(a).parameters.push({ name: 'q', in: 'query', required: false })],
    ['a wider bound', (a) => (post(a).parameters[0].schema.maximum = 100)],
    ['a field of a request that may be left out', (a) => (schema(a, 'Wish').properties.tip = { type: 'integer' })],
    ['a value more that may be asked', (a) => schema(a, 'Wish').properties.kind.enum.push('boat')],
    ['a wider type in a request', (a) => (schema(a, 'Wish').properties.seats.type = 'number')],
    ['a narrower type in an answer', (a) => (schema(a, 'Ride').properties.fare.type = 'number')],
    ['a field more in an answer', (a) => (schema(a, 'Ride').properties.seats = { type: 'integer' })],
    ['a field that is always there now', (a) => schema(a, 'Ride').required.push('kind')],
    ['a pattern of an answer', (a) => (schema(a, 'Stop').properties.name.pattern = '^b')],
    [
      'a new code',
      (a) => (a.components.responses.taken.content['application/problem+json'].schema = codes('taken', 'busy', 'full')),
    ],
    ['a new event', (a) => (schema(a, 'LiveEvents').properties['ride.begun'] = ref('Stop'))],
  ])('%s', (_, change) => {
    expect(changes(change)).toEqual([]);
  });
});
