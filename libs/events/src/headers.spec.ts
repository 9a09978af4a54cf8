import { CloudEvent, Kafka } from 'cloudevents';
import { RideAccepted } from './facts/index.js';
import { factHeaders, readHeaders, type Header } from './headers.js';

const rideId = '0198a0f0-0000-7000-8000-000000000001';
const envelope = {
  id: '0198a0f0-0000-7000-8000-00000000000a',
  fact: RideAccepted({ rideId, offerId: rideId, driverId: rideId }),
  source: '/driver',
  time: Date.UTC(2026, 10, 24, 8, 0, 0, 123),
  correlationId: rideId,
  causationId: '0198a0f0-0000-7000-8000-00000000000b',
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  tracestate: 'a=1',
};

describe('the headers of a fact', () => {
  it('are those of facts.md, always in the same order', () => {
    expect(factHeaders(envelope).map(([name, value]) => `${name}: ${value.toString()}`)).toEqual([
      'ce_specversion: 1.0',
      'ce_id: 0198a0f0-0000-7000-8000-00000000000a',
      'ce_type: ride.RideAccepted',
      'ce_source: /driver',
      'ce_time: 2026-11-24T08:00:00.123Z',
      `ce_subject: ${rideId}`,
      'content-type: application/avro',
      `ce_correlationid: ${rideId}`,
      'ce_causationid: 0198a0f0-0000-7000-8000-00000000000b',
      'traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      'tracestate: a=1',
    ]);
  });

  it('leave out a trace that nobody follows', () => {
    const { traceparent: _, tracestate: __, ...untraced } = envelope;
    expect(factHeaders(untraced).map(([name]) => name)).not.toContain('traceparent');
  });

  it('are read back', () => {
    const { fact: _, ...said } = envelope;
    expect(readHeaders(factHeaders(envelope))).toEqual({ ...said, ceType: 'ride.RideAccepted', subject: rideId });
  });

  it('are read whatever arrives: no date is no time, of two the first counts', () => {
    const strange: Header[] = [
      ['ce_time', Buffer.from('yesterday')],
      ['ce_id', Buffer.from('a')],
      ['ce_id', Buffer.from('b')],
      ['x', Buffer.from([255])],
    ];
    expect(readHeaders(strange)).toEqual({ id: 'a' });
  });

  it('are a CloudEvent in the Kafka binary binding, says the CloudEvents SDK', () => {
    const headers = Object.fromEntries(factHeaders(envelope).map(([name, value]) => [name, value.toString()]));
    const message = { headers, key: rideId, value: Buffer.from([0]), body: Buffer.from([0]) };
    expect(Kafka.isEvent(message)).toBe(true);
    const event = Kafka.toEvent(message);
    expect(event instanceof CloudEvent && event.validate()).toBe(true);
    expect(event).toMatchObject({
      specversion: '1.0',
      id: envelope.id,
      type: 'ride.RideAccepted',
      source: '/driver',
      subject: rideId,
      datacontenttype: 'application/avro',
      correlationid: rideId,
      causationid: envelope.causationId,
    });
  });
});
