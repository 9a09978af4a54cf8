import { answers, service, type Script } from '../test/a-service.js';
import { connect, type LiveEvent } from './index.js';

let stop: (() => void) | undefined;
afterEach(() => stop?.());

/** Writes events that begin at a number, and loses the connection in the middle of the one after them. */
const tells =
  (from: number, count: number): Script[number] =>
  (request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const events = Array.from({ length: count }, (_, n) => event(from + n));
    response.write(`retry: 1000\n\n:\n\n${events.join('')}${event(from + count).slice(0, 20)}`);
    setImmediate(() => request.socket.destroy());
  };
const event = (id: number) => `id: ${id}\nevent: ride.arrived\ndata: {"rideId":"r","status":"arrived"}\n\n`;

describe('live events', () => {
  it('come each once and in order, over as many connections as it takes', async () => {
    const { url, header, ...place } = await service([tells(1, 2), answers(503), tells(3, 1), tells(4, 3)]);
    ({ stop } = place);
    const opened: boolean[] = [];
    const heard: LiveEvent<'rider'>[] = [];
    const events = connect('rider', { url, token: 't' }).events({
      lastEventId: '0',
      onOpen: (again) => opened.push(again),
    });
    for await (const one of events) {
      heard.push(one);
      if (heard.length === 6) break;
    }
    expect(heard.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(heard[0]).toEqual({ type: 'ride.arrived', id: '1', data: { rideId: 'r', status: 'arrived' } });
    expect(header('last-event-id')).toEqual(['0', '2', '2', '3']);
    expect(opened).toEqual([false, true, true]);
  });
  it('end with the signal', async () => {
    const { url, ...place } = await service([tells(1, 1)]);
    ({ stop } = place);
    const over = new AbortController();
    const heard: unknown[] = [];
    for await (const one of connect('rider', { url, token: 't' }).events({ signal: over.signal })) {
      heard.push(one);
      over.abort();
    }
    expect(heard).toHaveLength(1);
  });
  it('are refused as requests are', async () => {
    const { url, ...place } = await service([answers(403, { code: 'forbidden', detail: 'For riders.' })]);
    ({ stop } = place);
    const first = connect('rider', { url, token: 't' }).events()[Symbol.asyncIterator]().next();
    await expect(first).rejects.toMatchObject({ status: 403, code: 'forbidden' });
  });
});
