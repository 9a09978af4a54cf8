import type { FastifyInstance } from 'fastify';
import type { Socket } from 'node:net';

/** Requests that were begun before the stop may take so long, in milliseconds. */
const DRAIN_MS = 10_000;
const LOOK_MS = 50;

/** At a stop, requests under way are answered; connections without one end at once, and those with one when it is. */
export function drainConnections(fastify: FastifyInstance): void {
  const { server } = fastify;
  // Opened ahead, as browsers do; Node takes them for busy, since their first request may be on its way.
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  const endIdle = () => {
    server.closeIdleConnections();
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
  };
  fastify.addHook('preClose', (done) => {
    endIdle();
    const look = setInterval(endIdle, LOOK_MS);
    const end = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.once('close', () => {
      clearInterval(look);
      clearTimeout(end);
    });
    done();
  });
}
