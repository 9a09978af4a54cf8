import { Call } from './call.js';

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const untilAborted = ({ signal }: Call): Promise<unknown> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

describe('the call of an effect', () => {
  it('ends with what the handler returns or throws', async () => {
    expect(await new Call('id', 1, 1_000).run(async () => 'value')).toEqual({ kind: 'returned', value: 'value' });
    const thrown: unknown = undefined;
    const ending = await new Call('id', 1, 1_000).run(() => Promise.reject(thrown));
    expect(ending).toEqual({ kind: 'threw', error: undefined });
  });

  it('is aborted at its deadline, and has failed then', async () => {
    const call = new Call('id', 1, 10);
    const ending = await call.run(() => untilAborted(call));
    expect(ending).toMatchObject({ kind: 'threw', error: { code: 'handler_timed_out' } });
  });

  it('is named by its deadline also when what it used was aborted', async () => {
    const call = new Call('id', 1, 10);
    const ending = await call.run(async () => {
      await untilAborted(call).catch(() => undefined);
      throw new DOMException('this operation was aborted', 'AbortError');
    });
    expect(ending).toMatchObject({ kind: 'threw', error: { code: 'handler_timed_out' } });
  });

  it('has failed when the handler ignores its signal', async () => {
    const ending = await new Call('id', 1, 10).run(() => new Promise(() => undefined));
    expect(ending).toMatchObject({ kind: 'threw', error: { code: 'handler_timed_out' } });
  });

  it('counts as done when it succeeds late, but while it is still waited for', async () => {
    const ending = await new Call('id', 1, 10).run(() => sleep(50).then(() => 'late'));
    expect(ending).toEqual({ kind: 'returned', value: 'late' });
  });

  it('is nobody’s attempt when it ends with an error because it was stopped', async () => {
    const call = new Call('id', 1, 1_000);
    const ending = call.run(() => untilAborted(call));
    call.stop();
    expect(await ending).toEqual({ kind: 'stopped' });
  });

  it('is done when it succeeds although it was stopped', async () => {
    const call = new Call('id', 1, 1_000);
    const ending = call.run(() => sleep(5).then(() => 'done'));
    call.stop();
    expect(await ending).toEqual({ kind: 'returned', value: 'done' });
  });

  it('is given up when it goes on although it was stopped', async () => {
    const call = new Call('id', 1, 1_000);
    const ending = call.run(() => new Promise(() => undefined));
    call.stop();
    call.giveUp();
    expect(await ending).toEqual({ kind: 'stopped' });
  });
});
