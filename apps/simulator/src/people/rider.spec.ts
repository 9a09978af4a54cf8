import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Api } from '../api/api.js';
import { RideBook } from '../run/ride-book.js';
import { Tally } from '../run/tally.js';
import { Fates, NO_MISHAPS } from './fates.js';
import { Rider } from './rider.js';

const place = { lat: 40.75, lng: -73.98 };
const trip = { id: '1', pickupAt: 0, durationSeconds: 60, distanceMetres: 500, pickup: place, dropoff: place };
const rideId = '01890000-0000-7000-8000-000000000001';

describe('a rider whose answer was lost', () => {
  it('asks again under the same key, so that it is one ride', async () => {
    const keys: unknown[] = [];
    const views = { rideId, status: 'completed', fare: { minor: 1000, currency: 'USD' } };
    const server = createServer((request: IncomingMessage, response: ServerResponse) => {
      request.resume();
      const json = (body: object) => response.writeHead(200).end(JSON.stringify(body));
      switch (`${request.method} ${request.url}`) {
        case 'GET /events':
          response.writeHead(200).write(':\n\n');
          setTimeout(() => response.write(`id: 1\nevent: ride.completed\ndata: ${JSON.stringify(views)}\n\n`), 50);
          return;
        case 'POST /rides':
          keys.push(request.headers['idempotency-key']);
          if (keys.length === 1) return request.socket.destroy(); // done, and not told
          return json({ rideId });
        case 'GET /rides?limit=50':
          return json({ rides: [views] });
        default:
          return json(views);
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const urls = {
      rider: url,
      driver: url,
      matching: url,
      booking: url,
      notification: url,
      insights: url,
      console: url,
    };
    const api = new Api({ urls, identity: { issuer: url } });
    const { signal } = new AbortController();
    const fates = new Fates(NO_MISHAPS, 1);
    const world = { api, rides: new RideBook(), tally: new Tally(), fates, speed: 1, signal };
    const rider = new Rider({ id: 'r', apps: api.apps('t') }, world);
    await rider.ride(
      trip,
      () => true,
      () => Promise.resolve(),
    );
    expect(keys).toEqual([expect.any(String), keys[0]]);
    expect(world.rides.all).toMatchObject([{ rideId, outcome: 'completed', toPay: { minor: 1000 } }]);
    expect(world.tally.failures).toEqual({});
    expect(await rider.unknownRides()).toEqual([]);
    server.close();
    server.closeAllConnections();
  });
});
