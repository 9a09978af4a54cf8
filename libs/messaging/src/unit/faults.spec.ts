import { RegistryUnavailable } from '@ride/events';
import { NonRetriable } from '../retry/failure.js';
import { LogError } from '../log/port.js';
import { errorText, faultOf, SplitBatch } from './faults.js';

const coded = (code: string) => Object.assign(new Error('of PostgreSQL or the system'), { code });
class SocketClosedUnexpectedlyError extends Error {}

describe('whose fault an error is', () => {
  it.each([
    ['a lost connection to PostgreSQL (08)', coded('08006')],
    ['PostgreSQL out of memory, disk or connections (53)', coded('53300')],
    ['PostgreSQL shutting down or starting (57)', coded('57P01')],
    ['a session ended because its transaction stood idle or ran too long', coded('25P04')],
    ['a pool without a connection in time', new Error('timeout exceeded when trying to connect')],
    ['a connection that ends under a statement', new Error('Connection terminated unexpectedly')],
    ['a host that refuses or is gone', coded('ECONNREFUSED')],
    ['the broker out of reach', new LogError('log_unavailable', 'no broker')],
    ['a broker that lets nobody in', new LogError('access_refused', 'wrong password')],
    ['the registry out of reach', new RegistryUnavailable('503')],
    ['Redis out of reach', new SocketClosedUnexpectedlyError()],
  ])('%s is nobody’s', (_, error) => {
    expect(faultOf(error)).toBe('infrastructure');
  });
  it.each([
    ['a serialization failure', '40001'],
    ['a deadlock', '40P01'],
    ['a duplicate', '23505'],
    ['a lock not to be had', '55P03'],
    ['a key released under what is parked behind it', '23503'],
  ])('%s is a conflict: the unit runs again', (_, code) => {
    expect(faultOf(coded(code))).toBe('conflict');
  });
  it('handlers that wait for each other split the batch', () => {
    expect(faultOf(new SplitBatch())).toBe('split');
  });
  it.each([
    ['an error', new Error('no')],
    ['a TypeError', new TypeError('undefined is not a function')],
    ['what is not retriable', new NonRetriable('gone', 'gone')],
    ['a value that PostgreSQL refuses', coded('22P05')],
    ['undefined', undefined],
    ['null', null],
    ['a text', 'ECONNREFUSED'],
    ['an error whose code is no text', Object.assign(new Error('no'), { code: 57 })],
  ])('%s is the handler’s', (_, error) => {
    expect(faultOf(error)).toBe('handler');
  });
  it('is told as text that PostgreSQL takes, whatever was thrown', () => {
    expect(errorText(new TypeError('a\0b'))).toBe('TypeError: a\\0b');
    expect(errorText(undefined)).toBe('thrown: undefined');
    expect(errorText('x'.repeat(9_000))).toHaveLength(4_000);
  });
});
