/** Contestant: node:http, ajv and pg, and nothing else. It doesn't even verify tokens, and inserts both rows by one prepared statement. */
import { Ajv } from 'ajv';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import { v7 } from 'uuid';
import { rowsOf, type Wish } from './insert.js';

const place = {
  type: 'object',
  required: ['lat', 'lng'],
  properties: {
    lat: { type: 'number', minimum: -90, maximum: 90 },
    lng: { type: 'number', minimum: -180, maximum: 180 },
  },
};
const isWish = new Ajv().compile<Wish>({
  type: 'object',
  required: ['pickup', 'dropoff', 'vehicleClass'],
  properties: { pickup: place, dropoff: place, vehicleClass: { enum: ['standard', 'xl', 'lux'] } },
});

const INSERT = `WITH asked AS (
  INSERT INTO ride (id, state, version, cause) VALUES ($1, $2, 1, $3)
)
INSERT INTO outbox (bucket, topic, key, headers, value) VALUES ($4, $5, $6, $7, $8)`;

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10, idleTimeoutMillis: 0 });

async function request(token: string, wish: Wish): Promise<string> {
  const rideId = v7();
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { readonly sub: string };
  const { ride, outbox } = rowsOf(rideId, claims.sub, wish);
  const { bucket, topic, key, headers, value } = outbox;
  const values = [rideId, JSON.stringify(ride.state), JSON.stringify(ride.cause), bucket, topic, key, headers, value];
  await pool.query({ name: 'request', text: INSERT, values });
  return rideId;
}

function answer(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  const text = JSON.stringify(body);
  response
    .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers })
    .end(text);
}

async function handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
  if (message.method === 'GET') return answer(response, 200, {});
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const wish: unknown = JSON.parse(Buffer.concat(chunks).toString());
  if (!isWish(wish)) return answer(response, 400, { errors: isWish.errors });
  const rideId = await request((message.headers.authorization ?? '').slice('Bearer '.length), wish);
  answer(response, 202, { rideId }, { location: `/rides/${rideId}` });
}

createServer((message, response) => {
  handle(message, response).catch(() => answer(response, 500, {}));
}).listen(Number(process.env['PORT']), '127.0.0.1');
