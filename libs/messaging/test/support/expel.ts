import net from 'node:net';
import kafkajs from 'kafkajs';

const LEAVE_GROUP = 13;

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  const length = Buffer.alloc(2);
  length.writeInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** In the name of members who have died, says that they leave: the group needn't wait until their sessions end. */
export async function expelAll(broker: string, groups: readonly string[]): Promise<void> {
  const kafka = new kafkajs.Kafka({ brokers: [broker], logLevel: kafkajs.logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  const described = await admin.describeGroups([...groups]);
  await admin.disconnect();
  for (const { groupId, members } of described.groups)
    for (const { memberId } of members) await ask(broker, LEAVE_GROUP, Buffer.concat([text(groupId), text(memberId)]));
}

/** One request of version 1, to the only broker there is. */
async function ask(broker: string, apiKey: number, body: Buffer): Promise<void> {
  const [host, port] = broker.split(':');
  const head = Buffer.alloc(8);
  head.writeInt16BE(apiKey, 0);
  head.writeInt16BE(1, 2);
  const request = Buffer.concat([head, text('test'), body]);
  const size = Buffer.alloc(4);
  size.writeInt32BE(request.length);
  const socket = net.connect(Number(port), host);
  socket.write(Buffer.concat([size, request]));
  await new Promise((resolve, reject) => socket.once('data', resolve).once('error', reject));
  socket.destroy();
}
