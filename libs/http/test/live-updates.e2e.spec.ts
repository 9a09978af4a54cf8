import type { INestApplication } from '@nestjs/common';
import { settings } from '@ride/configuration';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { breakable } from './breakable.js';
import { listen } from './events.js';
import { startIssuer } from './identity.js';

process.env['RIDE_NAMESPACE'] = `live_${Date.now()}_`;
process.env['RIDE_LOG_LEVEL'] = 'silent';
let issuer: Awaited<ReturnType<typeof startIssuer>>;
let redis: Awaited<ReturnType<typeof breakable>>;
let instances: { app: INestApplication; url: string }[];

beforeAll(async () => {
  issuer = await startIssuer();
  redis = await breakable(Number(new URL(settings({ ...process.env }).redis.url).port));
  process.env['RIDE_ISSUER'] = issuer.issuer;
  process.env['RIDE_REDIS_URL'] = `redis://127.0.0.1:${redis.port}`;
  const { createDatabase, startNotes } = await import('./place-to-test.js');
  await createDatabase();
  instances = [await startNotes(), await startNotes()];
});
afterAll(async () => {
  await Promise.all(instances.map(({ app }) => app.close()));
  await (await import('./place-to-test.js')).dropDatabase();
  issuer.stop();
  redis.end();
});

/** A person with a token, and somebody who writes to them, by the first instance. */
async function person() {
  const to = randomUUID();
  const writer = await issuer.token({ role: 'operator' });
  const post = async (path: string, body: object) => {
    const response = await fetch(`${instances[0]!.url}/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${writer}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(202);
  };
  return {
    token: await issuer.token({ role: 'rider', sub: to }),
    write: (...texts: string[]) => post('notes', { to, texts }),
    /** Lets them see a text that was so at that time. */
    glimpse: (of: string, time: number, text: string) => post('notes/passing', { to, of, time, text }),
    look: async (of: string) => {
      const headers = { authorization: `Bearer ${writer}` };
      return (await fetch(`${instances[1]!.url}/notes/passing/${of}`, { headers })).json();
    },
  };
}
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe.each([
  ['the same instance', 0],
  ['another instance', 1],
])('live updates, read from %s', (_, which) => {
  it('come at once, numbered from 1', async () => {
    const { token, write } = await person();
    const stream = listen(instances[which]!.url, token);
    await stream.opened;
    const began = performance.now();
    await write('hello');
    await stream.has(1);
    expect(performance.now() - began).toBeLessThan(500); // not by the look at the database, which is each second
    expect(stream.events).toEqual([{ id: 1, type: 'note.written', data: { text: 'hello' } }]);
    stream.stop();
  });
  it('begin after the Last-Event-ID, and without one with what comes next', async () => {
    const { token, write } = await person();
    await write('a', 'b', 'c');
    const again = listen(instances[which]!.url, token, 1);
    const fresh = listen(instances[which]!.url, token);
    await Promise.all([again.has(2), fresh.opened]);
    await write('d');
    await Promise.all([again.has(3), fresh.has(1)]);
    expect(again.events.map(({ data }) => data['text'])).toEqual(['b', 'c', 'd']);
    expect(fresh.events.map(({ id }) => id)).toEqual([4]);
    again.stop();
    fresh.stop();
  });
});

describe('a glimpse', () => {
  it('is seen by who watches, on any instance, and the newest of each thing for a while by who looks', async () => {
    const { token, write, glimpse, look } = await person();
    const [here, there] = [randomUUID(), randomUUID()];
    const streams = instances.map(({ url }) => listen(url, token));
    await Promise.all(streams.map(({ opened }) => opened));
    await glimpse(here, 2, 'b');
    await glimpse(here, 1, 'a, late');
    await glimpse(here, 2, 'b, again');
    await glimpse(there, 1, 'x');
    await glimpse(here, 3, 'c');
    await write('told');
    await Promise.all(streams.map((stream) => stream.has(1, 3)));
    for (const { passing, events, stop } of streams) {
      expect(passing.map(({ data }) => data['text'])).toEqual(['b', 'x', 'c']);
      expect(passing[0]!.type).toBe('note.passing');
      expect(events.map(({ id }) => id)).toEqual([1]);
      stop();
    }
    expect(await look(here)).toEqual({ newest: { text: 'c' } });
    expect(await look(randomUUID())).toEqual({});
  });
  it('that nobody sees is not made up for', async () => {
    const { token, write, glimpse } = await person();
    await write('a');
    await glimpse(randomUUID(), 1, 'gone');
    await write('b');
    const stream = listen(instances[1]!.url, token, 0);
    await stream.has(2);
    expect(stream.passing).toEqual([]);
    stream.stop();
  });
});

describe('a look at a glimpse', () => {
  it('is answered without it while Redis stands still', async () => {
    const { glimpse, look } = await person();
    const it = randomUUID();
    await glimpse(it, 1, 'a');
    redis.stop();
    expect(await look(it)).toEqual({});
    redis.goOn();
    let seen: unknown;
    while ((seen = ((await look(it)) as { newest?: unknown }).newest) === undefined);
    expect(seen).toEqual({ text: 'a' });
  });
});

describe('live updates', () => {
  it('come each once and in order to a client that is cut off again and again, whichever instance it returns to', async () => {
    const { token, write } = await person();
    const seen: number[] = [];
    const writing = (async () => {
      for (let i = 0; i < 30; i++) await Promise.all([write(`${i}`), write(`${i}`, 'twice')]);
    })();
    for (let turn = 0; seen.length < 90; turn++) {
      const stream = listen(instances[turn % 2]!.url, token, seen.at(-1) ?? 0);
      await stream.has(Math.min(1 + (turn % 7), 90 - seen.length));
      stream.stop();
      await stream.ended;
      seen.push(...stream.events.map(({ id }) => id));
    }
    await writing;
    expect(seen).toEqual(upTo(90));
  });
  it('are numbered without gaps when many write at once', async () => {
    const { token, write } = await person();
    const stream = listen(instances[1]!.url, token);
    await stream.opened;
    await Promise.all(Array.from({ length: 20 }, () => write('at once')));
    await stream.has(20);
    expect(stream.events.map(({ id }) => id)).toEqual(upTo(20));
    stream.stop();
  });
  it('are nobody else’s', async () => {
    const [one, other] = [await person(), await person()];
    const stream = listen(instances[0]!.url, other.token);
    await stream.opened;
    await one.write('private');
    await other.write('mine');
    await stream.has(1);
    expect(stream.events.map(({ data }) => data['text'])).toEqual(['mine']);
    stream.stop();
  });
  it('are read from the database while Redis is away, and come from Redis again when it is back', async () => {
    const { token, write } = await person();
    const streams = instances.map(({ url }) => listen(url, token));
    const until = (count: number) => Promise.all(streams.map((stream) => stream.has(count)));
    let written = 0;
    const delay = async () => {
      const began = performance.now();
      await write('there?');
      await until(++written);
      return performance.now() - began;
    };
    await Promise.all(streams.map(({ opened }) => opened));
    redis.cut();
    expect(await delay()).toBeLessThan(2_000);
    redis.mend();
    for (let ms = Infinity; ms > 200 && written < 20;) ms = await delay();
    expect(written).toBeLessThan(20);
    for (const { events, stop } of streams) {
      expect(events.map(({ id }) => id)).toEqual(upTo(written));
      stop();
    }
  });
  it('are kept for a day', async () => {
    const { token, write } = await person();
    const data = instances[0]!.app.get(DataSource);
    await write('old', 'new');
    await data.query("UPDATE live_update SET at = now() - interval '25 hours' WHERE data ->> 'text' = 'old'");
    await instances[1]!.app.close();
    const { startNotes } = await import('./place-to-test.js');
    instances[1] = await startNotes();
    const kept = () =>
      data.query<{ count: number }[]>("SELECT count(*)::int FROM live_update WHERE data ->> 'text' = 'old'");
    while ((await kept())[0]?.count !== 0) await new Promise((resolve) => setTimeout(resolve, 20));
    const stream = listen(instances[1]!.url, token, 0);
    await stream.has(1);
    expect(stream.events.map(({ data }) => data['text'])).toEqual(['new']);
    stream.stop();
  });
  it('end when the service stops, so that clients go elsewhere', async () => {
    const { token } = await person();
    const stream = listen(instances[1]!.url, token);
    await stream.opened;
    await instances[1]!.app.close();
    await stream.ended;
    const { startNotes } = await import('./place-to-test.js');
    instances[1] = await startNotes();
  });
});
