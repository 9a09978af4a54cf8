import { Controller, Get, Module } from '@nestjs/common';
import { once } from 'node:events';
import { connect } from 'node:net';
import { Public } from '../src/index.js';
import { startIssuer } from './identity.js';

process.env['RIDE_NAMESPACE'] = `stopping_${Date.now()}_`;
process.env['RIDE_LOG_LEVEL'] = 'silent';
let issuer: Awaited<ReturnType<typeof startIssuer>>;
let place: typeof import('./place-to-test.js');

beforeAll(async () => {
  issuer = await startIssuer();
  process.env['RIDE_ISSUER'] = issuer.issuer;
  place = await import('./place-to-test.js');
  await place.createDatabase();
});
afterAll(async () => {
  await place.dropDatabase();
  issuer.stop();
});

const gate = { come: Promise.withResolvers<void>(), letGo: Promise.withResolvers<void>() };

@Controller('held')
@Public()
class HeldController {
  @Get() async held() {
    gate.come.resolve();
    await gate.letGo.promise;
    return { held: true };
  }
}

describe('a service that stops', () => {
  it('answers the requests that it has begun, and waits for no connection without one', async () => {
    @Module({ imports: [place.NotesModule], controllers: [HeldController] })
    class HeldModule {}
    const { app, url } = await place.startNotes(HeldModule);
    const idle = connect(Number(new URL(url).port), '127.0.0.1');
    idle.write('GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n');
    await once(idle, 'data');
    const ahead = connect(Number(new URL(url).port), '127.0.0.1'); // opened ahead of a request, as browsers do
    await once(ahead, 'connect');
    const held = fetch(`${url}/held`);
    await gate.come.promise;
    const stopped = app.close();
    await Promise.all([once(idle, 'close'), once(ahead, 'close')]);
    gate.letGo.resolve();
    const response = await held;
    expect({ status: response.status, body: await response.json() }).toEqual({ status: 200, body: { held: true } });
    await stopped;
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
  });
});
