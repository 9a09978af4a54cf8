// `node forward.mjs FROM TO`: takes connections on port FROM from everywhere and leads them to 127.0.0.1:TO. The development
// issuer listens on its own machine only; in compose, whose ports lead to the own machine only, this stands beside it.
import { connect, createServer } from 'node:net';

const [from, to] = process.argv.slice(2).map(Number);
const server = createServer((socket) => {
  const inner = connect(to, '127.0.0.1');
  for (const [one, other] of [
    [socket, inner],
    [inner, socket],
  ]) {
    one.on('error', () => other.destroy());
    one.pipe(other);
  }
});
server.listen(from, '0.0.0.0');
process.once('SIGTERM', () => process.exit());
