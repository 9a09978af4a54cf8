import { connect } from 'node:net';
import { outOfReachAt } from './out-of-reach.js';

const refusedAt = (port: number): Promise<unknown> =>
  new Promise((resolve) => connect({ port, host: '127.0.0.1' }).on('error', resolve));

describe('an error of an effect', () => {
  const isOutOfReach = outOfReachAt(['127.0.0.1:1', 'postgres://u:p@127.0.0.1:2/db', 'https://registry.example/api']);

  it('is nobody’s attempt when it is our own endpoint that refuses', async () => {
    expect(isOutOfReach(await refusedAt(1))).toBe(true);
    expect(isOutOfReach(await refusedAt(2))).toBe(true);
    expect(isOutOfReach(Object.assign(new AggregateError([{ port: 443 }]), { code: 'ECONNREFUSED' }))).toBe(true);
  });

  it('is nobody’s attempt when the database or the registry says that it can’t', () => {
    expect(isOutOfReach(Object.assign(new Error('shutting down'), { code: '57P01' }))).toBe(true);
    expect(isOutOfReach(Object.assign(new Error('no registry'), { code: 'registry_unavailable' }))).toBe(true);
    expect(isOutOfReach(new Error('Connection terminated unexpectedly'))).toBe(true);
  });

  it('is an attempt when somebody else’s machine refuses, or anything else goes wrong', async () => {
    expect(isOutOfReach(await refusedAt(3))).toBe(false);
    expect(isOutOfReach(Object.assign(new Error('reset'), { code: 'ECONNRESET' }))).toBe(false);
    expect(isOutOfReach(new TypeError('undefined is not a function'))).toBe(false);
    expect(isOutOfReach(undefined)).toBe(false);
  });
});
