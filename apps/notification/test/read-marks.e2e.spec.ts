import { serviceUnderTest, type ServiceUnderTest } from '@ride/testing';
import { v7 } from 'uuid';
import { Inbox } from './inbox.js';

let service: ServiceUnderTest;

beforeAll(async () => {
  service = await serviceUnderTest(
    () => import('../src/notification.module.js').then((m) => m.NotificationModule),
    'notification',
  );
});
afterAll(() => service?.stop());

const kinds = (messages: readonly { readonly kind: string }[]) => messages.map(({ kind }) => kind);

describe('a message that was read', () => {
  it('says since when, and is unread no longer', async () => {
    const inbox = new Inbox(service);
    const [first] = await inbox.afterARide();
    expect(first).not.toHaveProperty('readAt');
    expect(await inbox.page()).toMatchObject({ unread: 3 });
    expect((await inbox.read(first.messageId)).status).toBe(204);
    const { messages, unread } = await inbox.page();
    expect(messages.map(({ readAt }) => typeof readAt)).toEqual(['undefined', 'undefined', 'string']);
    expect(unread).toBe(2);
    expect(kinds((await inbox.page('?unread=true')).messages)).toEqual(['receipt', 'driver_arrived']);
    expect((await inbox.page('?unread=false')).messages).toEqual(messages);
  });

  it('is read since the first time', async () => {
    const inbox = new Inbox(service);
    const [{ messageId }] = await inbox.afterARide();
    await inbox.read(messageId);
    const before = await inbox.page();
    expect((await inbox.read(messageId)).status).toBe(204);
    expect((await inbox.readUpTo(messageId)).status).toBe(204);
    expect(await inbox.page()).toEqual(before);
  });

  it('can be the last of several: those before it are read, those after it are not', async () => {
    const inbox = new Inbox(service);
    const [first, second] = await inbox.afterARide();
    await inbox.read(first.messageId);
    const [, , { readAt }] = (await inbox.page()).messages as [object, object, { readAt: string }];
    expect((await inbox.readUpTo(second.messageId)).status).toBe(204);
    const { messages, unread } = await inbox.page();
    expect(messages.map((message) => message.readAt !== undefined)).toEqual([false, true, true]);
    expect(messages[2]?.readAt).toBe(readAt);
    expect(unread).toBe(1);
  });

  it('can be the last of very many', async () => {
    const inbox = new Inbox(service);
    const [, , { messageId }] = await inbox.afterARide();
    // As if the person had taken rides for years, and never looked.
    await service.sql(
      `INSERT INTO message SELECT (overlay(id::text PLACING lpad(to_hex(n), 8, '0') FROM 1 FOR 8))::uuid,
         person, ride_id, kind, text, about, at, NULL, language, in_app FROM message, generate_series(1, 1200) n WHERE id = $1`,
      [messageId],
    );
    expect(await inbox.page()).toMatchObject({ unread: 1203 });
    const device = await inbox.stream();
    await inbox.readUpTo(messageId);
    expect(await inbox.page('?unread=true')).toEqual({ messages: [], unread: 0 });
    await device.first('message.read', ({ upTo }) => upTo === messageId);
    device.close();
  });
});

describe('unread messages', () => {
  it('are read by pages, while they are marked', async () => {
    const inbox = new Inbox(service);
    await inbox.rides();
    await inbox.rides();
    await inbox.having(6);
    const seen: string[] = [];
    for (let next: string | undefined = ''; next !== undefined;) {
      const page = await inbox.page(`?unread=true&limit=2${next === '' ? '' : `&cursor=${next}`}`);
      for (const { messageId } of page.messages) {
        seen.push(messageId);
        await inbox.read(messageId);
      }
      next = page.next;
    }
    expect(seen).toEqual((await inbox.page()).messages.map(({ messageId }) => messageId));
    expect(seen).toHaveLength(6);
    expect(await inbox.page('?unread=true')).toEqual({ messages: [], unread: 0 });
  });

  it('are asked for by true or false', async () => {
    const { status, body } = await new Inbox(service).ask('GET', '/messages?unread=maybe');
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'invalid_request', errors: [{ path: 'unread' }] });
  });
});

describe('the person’s other devices', () => {
  it('hear of a mark, once, though two devices make it at the same time', async () => {
    const inbox = new Inbox(service);
    const [first, second, third] = await inbox.afterARide();
    const devices = [await inbox.stream(), await inbox.stream()];
    const marks = Array.from({ length: 10 }, (_, n) =>
      n % 2 === 0 ? inbox.read(first.messageId) : inbox.readUpTo(first.messageId),
    );
    for (const { status } of await Promise.all(marks)) expect(status).toBe(204);
    const [one, other] = await Promise.all([inbox.readUpTo(second.messageId), inbox.read(second.messageId)]);
    expect([one.status, other.status]).toEqual([204, 204]);
    await inbox.read(third.messageId);
    for (const device of devices) {
      await device.first('message.read', ({ messageId }) => messageId === third.messageId);
      const said = device.arrived.all.filter(({ type }) => type === 'message.read');
      expect(said.map(({ data }) => data['messageId'] ?? data['upTo'])).toEqual([
        first.messageId,
        second.messageId,
        third.messageId,
      ]);
      const { readAt } = said[2]?.data ?? {};
      expect((await inbox.page()).messages[0]).toMatchObject({ readAt });
      device.close();
    }
  });

  it('see every message marked that two devices mark at the same time up to different ones', async () => {
    const inbox = new Inbox(service);
    const [first, second, third] = await inbox.afterARide();
    const device = await inbox.stream();
    await Promise.all([third, first, second].map(({ messageId }) => inbox.readUpTo(messageId)));
    expect(await inbox.page()).toMatchObject({ unread: 0 });
    await device.first('message.read', ({ upTo }) => upTo === third.messageId);
    device.close();
  });

  it('of somebody else hear nothing', async () => {
    const [ada, grace] = [new Inbox(service), new Inbox(service)];
    const [{ messageId }] = await ada.afterARide();
    const device = await grace.stream();
    await ada.read(messageId);
    await grace.rides();
    await device.first('message.new', ({ kind }) => kind === 'receipt');
    expect(device.arrived.all.map(({ type }) => type)).not.toContain('message.read');
    device.close();
  });
});

describe('a message', () => {
  it('of somebody else can’t be marked, nor one that there is not', async () => {
    const [ada, grace] = [new Inbox(service), new Inbox(service)];
    const [{ messageId }] = await ada.afterARide();
    await grace.afterARide();
    for (const id of [messageId, v7()])
      for (const { status, body } of [await grace.read(id), await grace.readUpTo(id)]) {
        expect(status).toBe(404);
        expect(body).toMatchObject({ code: 'message_not_found', detail: expect.stringContaining('GET /messages') });
      }
    expect(await ada.page()).toMatchObject({ unread: 3 });
    expect(await grace.page()).toMatchObject({ unread: 3 });
  });

  it('is marked by its id', async () => {
    const inbox = new Inbox(service);
    for (const { status, body } of [await inbox.read('7'), await inbox.readUpTo('7')]) {
      expect(status).toBe(400);
      expect(body).toMatchObject({ code: 'invalid_request' });
    }
  });
});
