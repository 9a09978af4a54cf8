import type { Document } from '@ride/http';
import { AnswerCheck, type Given } from './answers.js';

const json = (schema: object) => ({ 'application/json': { schema } });
const document = {
  paths: {
    '/rides/{rideId}': {
      get: {
        operationId: 'getRide',
        security: [],
        responses: {
          200: { description: 'it', content: json({ $ref: '#/components/schemas/Ride' }) },
          404: { $ref: '#/components/responses/ride_not_found' },
        },
      },
      delete: { operationId: 'endRide', security: [], responses: { 204: { description: 'ended' } } },
    },
    '/rides/last': {
      get: {
        operationId: 'lastRide',
        responses: { 200: { description: 'its id', content: json({ type: 'string' }) } },
      },
    },
  },
  components: {
    responses: {
      ride_not_found: {
        description: 'none',
        content: {
          'application/problem+json': {
            schema: {
              allOf: [
                { $ref: '#/components/schemas/Problem' },
                { type: 'object', properties: { code: { enum: ['ride_not_found'] } }, required: ['code'] },
              ],
            },
          },
        },
      },
    },
    schemas: {
      LiveEvents: { type: 'object', properties: { 'ride.booked': { $ref: '#/components/schemas/Ride' } } },
      Problem: { type: 'object', properties: { code: { type: 'string' }, detail: { type: 'string' } } },
      Fare: { type: 'object', properties: { minor: { type: 'integer' } }, required: ['minor'] },
      Ride: {
        type: 'object',
        properties: {
          status: { enum: ['booked'] },
          fares: { type: 'array', items: { $ref: '#/components/schemas/Fare' } },
          about: {},
        },
        required: ['status'],
      },
    },
  },
} as unknown as Document;

describe('an answer', () => {
  const check = new AnswerCheck(document);
  const ride: Given = {
    ...{ method: 'GET', path: '/rides/1?a=b', status: 200, mediaType: 'application/json; charset=utf-8' },
    body: { status: 'booked', fares: [{ minor: 1 }] },
  };
  const problem = { ...ride, status: 404, mediaType: 'application/problem+json', body: { code: 'ride_not_found' } };
  it.each<[string, Given]>([
    ['with a body', ride],
    ['with anything where anything may stand', { ...ride, body: { status: 'booked', about: { any: { thing: 1 } } } }],
    ['that is a problem', problem],
    ['without a body', { ...ride, method: 'DELETE', status: 204, mediaType: undefined, body: undefined }],
    ['of a path that fits another’s parameter', { ...ride, path: '/rides/last', body: 'a' }],
    ['where there is no route', { ...problem, path: '/nowhere', body: { code: 'unknown_route' } }],
    ['of the page that shows the document', { ...ride, path: '/docs-json', body: {} }],
  ])('as the document says: %s', (_, given) => {
    expect(() => check.check(given)).not.toThrow();
  });
  it.each<[string, Partial<Given>, string]>([
    ['another status', { status: 202 }, 'the document says 200, 404'],
    ['another media type', { mediaType: 'text/plain' }, 'the document says application/json'],
    ['another value', { body: { status: 'lost' } }, 'body/status'],
    ['a field too few', { body: {} }, "required property 'status'"],
    ['a field too many', { body: { status: 'booked', price: 1 } }, 'unevaluated'],
    ['a field too many inside', { body: { status: 'booked', fares: [{ minor: 1, x: 1 }] } }, 'unevaluated'],
    ['no body', { body: undefined }, 'body must be object'],
    ['a body too many', { method: 'DELETE', status: 204 }, 'there is no body'],
    ['a route too many', { path: '/drivers' }, 'no such route'],
    ['another code', { ...problem, body: { code: 'gone' } }, 'body/code'],
    ['a problem with a field too many', { ...problem, body: { ...problem.body, stack: 'x' } }, 'unevaluated'],
  ])('is refused with %s', (_, other, how) => {
    expect(() => check.check({ ...ride, ...other })).toThrow(how);
  });
});

describe('a live event', () => {
  const check = new AnswerCheck(document);
  it('is one of LiveEvents, with the data that it has there', () => {
    expect(() => check.event({ type: 'ride.booked', data: { status: 'booked' } })).not.toThrow();
    expect(() => check.event({ type: 'ride.booked', data: { status: 'lost' } })).toThrow('data/status');
    expect(() => check.event({ type: 'ride.lost', data: { status: 'booked' } })).toThrow('no such event');
  });
});
