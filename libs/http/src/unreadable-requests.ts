import type { Socket } from 'node:net';
import { v7 } from 'uuid';
import { problems } from './problem.js';
import { bodyOf } from './problem-body.js';
import { DATA } from './security-headers.js';

/** Answers what is no HTTP, or has more headers than anybody needs: there is no request yet, only a connection, which ends. */
export function answerUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const body = JSON.stringify(bodyOf(problems.malformed_request(), v7()));
  const headers = {
    ...DATA,
    'content-type': 'application/problem+json',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(['HTTP/1.1 400 Bad Request', ...lines, '', body].join('\r\n'));
}
