import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { freePorts } from '../free-ports.js';
import { balance } from './balance.js';

describe('a balancer', () => {
  const open: Server[] = [];
  const sockets = new Set<Socket>();
  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    for (const server of open.splice(0)) server.close();
  });

  /** Answers with its name what it is told; breaks off when it is told 'die'. */
  async function instance(name: string): Promise<number> {
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('data', (said) => (said.toString() === 'die' ? socket.resetAndDestroy() : socket.write(name + said)));
    });
    open.push(server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return (server.address() as AddressInfo).port;
  }
  async function before(targets: readonly number[]): Promise<number> {
    const [port = 0] = await freePorts(1);
    open.push(await balance(port, targets));
    return port;
  }
  async function client(port: number): Promise<Socket> {
    const socket = connect({ port, host: '127.0.0.1' });
    sockets.add(socket);
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    return socket;
  }
  async function ask(socket: Socket, what: string): Promise<string> {
    socket.write(what);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    return answer.toString();
  }

  it('gives connections to one instance after the other, and stays with it', async () => {
    const port = await before([await instance('a'), await instance('b')]);
    const [one, two] = [await client(port), await client(port)];
    const [first, second] = [await ask(one, '1'), await ask(two, '1')];
    expect([first, second].sort()).toEqual(['a1', 'b1']);
    expect([await ask(one, '2'), await ask(two, '2')]).toEqual([first.replace('1', '2'), second.replace('1', '2')]);
  });
  it('goes past an instance that does not listen', async () => {
    const [nobody = 0] = await freePorts(1);
    const port = await before([nobody, await instance('b')]);
    expect([await ask(await client(port), '1'), await ask(await client(port), '2')]).toEqual(['b1', 'b2']);
  });
  it('breaks off what an instance breaks off, and what nobody can take', async () => {
    const [nobody = 0] = await freePorts(1);
    const dying = await client(await before([await instance('a')]));
    dying.write('die');
    await once(dying, 'close');
    const lost = await client(await before([nobody]));
    await once(lost, 'close');
  });
});
