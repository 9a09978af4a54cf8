import { connect } from 'node:net';

/** Sends bytes to a local port and gives the first bytes of the answer. Throws when there is none within a second. */
export function ask(port: number, question: Buffer | string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write(question));
    socket.setTimeout(1000, () => socket.destroy(new Error(`no answer on port ${port}`)));
    socket.once('data', (answer) => {
      socket.destroy();
      resolve(answer);
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error(`port ${port} closed the connection`)));
  });
}

/** Kafka's ApiVersions request, version 0, without a client id: a broker answers it once it serves requests. */
export const apiVersionsRequest = Buffer.from([0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, 0xff, 0xff]);

export async function answersOk(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
  await response.body?.cancel();
  return response.ok;
}
