/** Takes what is told by OTLP and does nothing with it; counts the spans when it is asked. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const SPAN = '"traceId"';
let taken: Buffer[] = [];

const server = createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on('data', (piece: Buffer) => pieces.push(piece));
  request.on('end', () => {
    if (request.url === '/v1/traces') taken.push(Buffer.concat(pieces));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
});
server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as AddressInfo).port }));

process.on('message', () => {
  let spans = 0;
  // Links have trace ids, too; only a span's is its first property.
  for (const text of taken) for (let at = 0; (at = text.indexOf(`{${SPAN}`, at) + 1) > 0;) spans += 1;
  taken = [];
  process.send!({ spans });
});
process.once('disconnect', () => process.exit(0));
