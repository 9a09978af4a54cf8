import { BadRequestException, NotFoundException } from '@nestjs/common';
import { Rejected } from '@ride/decider';
import { problemOf } from './problem-of.js';
import { problems } from './problem.js';

const withCode = (code: string) => Object.assign(new Error('oops'), { code });

describe('what a handler throws', () => {
  it.each([
    ['a refusal', new Rejected('already_booked', 'Too late.'), 409, 'already_booked'],
    ['a refusal of something unknown', new Rejected('ride_not_found', 'No such ride.'), 404, 'ride_not_found'],
    ['a place outside', new Rejected('outside_service_areas', 'Elsewhere.'), 422, 'outside_service_areas'],
    ['a problem of our own', problems.forbidden(['rider']), 403, 'forbidden'],
    ['an id that is none', withCode('invalid_id'), 404, 'not_found'],
    ['no such route', new NotFoundException(), 404, 'unknown_route'],
    ['JSON that is none', new BadRequestException(), 400, 'malformed_request'],
    [
      'a body too large',
      Object.assign(new Error('too large'), { status: 413, type: 'entity.too.large' }),
      413,
      'too_large',
    ],
    ['an encoding we lack', Object.assign(new Error('encoding'), { status: 415 }), 415, 'unsupported_media_type'],
    ['a database out of reach', withCode('ECONNREFUSED'), 503, 'temporarily_unavailable'],
    ['a database shutting down', withCode('57P01'), 503, 'temporarily_unavailable'],
    ['a lock that never came', withCode('55P03'), 503, 'temporarily_unavailable'],
    ['a bug', new TypeError('x is undefined'), 500, 'internal_error'],
    ['undefined', undefined, 500, 'internal_error'],
  ])('%s is answered by code', (_, thrown, status, code) => {
    expect(problemOf(thrown)).toMatchObject({ status, code });
  });
  it('says what to do, and nothing of what went wrong inside', () => {
    expect(problemOf(new Rejected('already_booked', 'Too late.')).detail).toBe('Too late.');
    expect(problemOf(new Error('password=secret')).detail).not.toContain('secret');
  });
});
