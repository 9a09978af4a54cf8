import { withCause } from './correlation.js';
import { makeLogger } from './logger.js';
import { nestLogger } from './nest-logger.js';
import { newTraceparent, traceIdOf } from './trace.js';

function listening() {
  const lines: string[] = [];
  const log = makeLogger('rider', 'debug', { write: (line) => void lines.push(line) });
  return {
    log,
    lines: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>),
    text: () => lines.join(''),
  };
}

describe('a log line', () => {
  it('says the service, the level and the time', () => {
    const { log, lines } = listening();
    log.info({ count: 2 }, 'hello');
    expect(lines()).toEqual([{ level: 'info', time: expect.any(String), service: 'rider', count: 2, msg: 'hello' }]);
  });
  it('says which request or fact it belongs to, however deep it is written', async () => {
    const { log, lines } = listening();
    const traceparent = newTraceparent();
    const handle = (id: string) =>
      withCause({ id, correlationId: `ride ${id}`, traceparent }, async () => {
        await new Promise((resolve) => setImmediate(resolve));
        log.info(id);
      });
    await Promise.all([handle('1'), handle('2')]);
    log.info('outside');
    expect(lines()).toEqual([
      expect.objectContaining({ msg: '1', causationId: '1', correlationId: 'ride 1', traceId: traceIdOf(traceparent) }),
      expect.objectContaining({ msg: '2', causationId: '2', correlationId: 'ride 2' }),
      expect.not.objectContaining({ causationId: expect.anything() }),
    ]);
  });
  it('never holds personal data, places, PINs or tokens, at any depth', () => {
    const { log, lines, text } = listening();
    const hidden = { name: 'Ann', contact: { email: 'a@x.example' }, location: { lat: 40.7, lng: -73.9 }, pin: '4711' };
    log.info(
      { rideId: 'r', ...hidden, req: { headers: { Authorization: 'Bearer abc' } }, list: [{ phone: '555' }] },
      'x',
    );
    expect(text()).not.toMatch(/Ann|a@x|40\.7|4711|abc|555/);
    expect(lines()[0]).toMatchObject({
      rideId: 'r',
      name: '[redacted]',
      req: { headers: { Authorization: '[redacted]' } },
    });
  });
  it('describes an error without what the database attaches to it', () => {
    const { log, lines, text } = listening();
    const cause = Object.assign(new Error('duplicate key'), {
      code: '23505',
      detail: 'Key (email)=(a@x.example) exists',
    });
    const err = Object.assign(new Error('query failed', { cause }), { parameters: ['a@x.example'] });
    log.error({ err }, 'failed');
    expect(text()).not.toContain('a@x');
    expect(lines()[0]).toMatchObject({
      err: { message: 'query failed', stack: expect.any(String), cause: { code: '23505' } },
    });
  });
});

describe('what Nest logs', () => {
  it('becomes a line with its context and stack', () => {
    const { log, lines } = listening();
    nestLogger(log).error('it broke', 'the stack', 'Injector');
    nestLogger(log).warn(new Error('careful'), 'Router');
    expect(lines()).toEqual([
      expect.objectContaining({ level: 'error', msg: 'it broke', stack: 'the stack', context: 'Injector' }),
      expect.objectContaining({
        level: 'warn',
        msg: 'careful',
        context: 'Router',
        err: expect.objectContaining({ message: 'careful' }),
      }),
    ]);
  });
});
