import { compare } from '../oracle/compare.js';
import { Theirs } from '../oracle/theirs.js';

it('300 random cases are answered as Kafka Streams answers them, also with a restart after every record', async () => {
  const theirs = await Theirs.start();
  try {
    expect((await compare(theirs, 300, Math.floor(Math.random() * 1e9))).slice(0, 1)).toEqual([]);
  } finally {
    await theirs.stop();
  }
}, 240_000);
