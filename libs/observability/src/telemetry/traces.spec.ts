import * as api from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { traceIdOf } from '../trace.js';
import { Traces } from './traces.js';

const sampled = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const unsampled = sampled.replace(/01$/, '00');

describe('our spans', () => {
  let ended: ReadableSpan[];
  const traces = (ratio: number) =>
    new Traces({
      api,
      to: { onEnd: (span) => void ended.push(span) },
      resource: { attributes: {} } as ReadableSpan['resource'],
      ratio,
    });
  beforeEach(() => {
    ended = [];
  });

  it('go on in the trace of a sampled context, whatever the ratio', () => {
    const span = traces(0).begin('process', sampled);
    span?.end('process rides.v1 RideRequested', { 'ride.attempt': 1 });
    expect(ended).toMatchObject([
      {
        name: 'process rides.v1 RideRequested',
        kind: api.SpanKind.CONSUMER,
        parentSpanContext: { spanId: '00f067aa0ba902b7' },
        attributes: { 'ride.attempt': 1 },
        status: { code: api.SpanStatusCode.UNSET },
      },
    ]);
    expect(ended[0]?.spanContext().traceId).toBe(traceIdOf(sampled));
    expect(span?.traceparent).toBe(`00-${traceIdOf(sampled)}-${ended[0]?.spanContext().spanId}-01`);
  });

  it('are not made below a context that is not sampled, whatever the ratio', () => {
    expect(traces(1).begin('process', unsampled)).toBeUndefined();
    expect(traces(1).beginFor('unit', [unsampled, undefined, 'nonsense'])).toBeUndefined();
  });

  it.each([undefined, 'nonsense'])('begin as many traces as the ratio says where they are given %p', (context) => {
    const begun = (ratio: number) =>
      Array.from({ length: 2_000 }, () => traces(ratio).begin('request', context)).filter(Boolean).length;
    expect([begun(0), begun(1)]).toEqual([0, 2_000]);
    expect(begun(0.25)).toBeGreaterThan(350);
    expect(begun(0.25)).toBeLessThan(650);
  });

  it('that are done for many begin a trace, linked to those that are sampled', () => {
    traces(0).beginFor('unit', [unsampled, sampled, undefined])?.end('unit of work', {});
    expect(ended[0]?.links.map(({ context }) => context.spanId)).toEqual(['00f067aa0ba902b7']);
    expect(ended[0]?.parentSpanContext).toBeUndefined();
    expect(ended[0]?.spanContext().traceId).not.toBe(traceIdOf(sampled));
  });

  it('end once, with the code of what went wrong, and never before they began', () => {
    const later = Date.now() + 60_000;
    const span = traces(1).begin('send', sampled, later);
    span?.end('send rides.v1 RideRequested', {}, '23514');
    span?.end('again', {});
    expect(ended).toHaveLength(1);
    expect(ended[0]).toMatchObject({
      status: { code: api.SpanStatusCode.ERROR },
      attributes: { 'error.type': '23514' },
      duration: [0, 0],
    });
  });
});
