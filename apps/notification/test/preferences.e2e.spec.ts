import { NotificationQueued, NotificationSent } from '@ride/events';
import { eventually, serviceUnderTest, type ServiceUnderTest } from '@ride/testing';
import { Inbox, type Shown } from './inbox.js';
import { Receiver } from './receiver.js';
import { Subscriber } from './subscriber.js';

let service: ServiceUnderTest;
let receiver: Receiver;

beforeAll(async () => {
  receiver = await Receiver.start();
  service = await serviceUnderTest(
    () => import('../src/notification.module.js').then((m) => m.NotificationModule),
    'notification',
    { env: { RIDE_WEBHOOK_ADDRESSES: 'any' } },
  );
});
afterAll(async () => {
  await service?.stop();
  receiver.stop();
});

const everywhere = { inApp: true, webhook: true };
const nowhere = { inApp: false, webhook: false };
const onlyInbox = { inApp: true, webhook: false };
const onlyWebhook = { inApp: false, webhook: true };
const kinds = (messages: readonly { readonly kind: string }[]) => messages.map(({ kind }) => kind);

const withWebhook = () => new Subscriber(service, receiver).register();
/** Of how many of the person's messages it is said that they were sent, or are to be. */
const said = (fact: typeof NotificationSent | typeof NotificationQueued, { riderId }: Inbox, channel: string) =>
  service.said(fact, ({ key, data }) => key === riderId && data.channel === channel).length;

describe('preferences', () => {
  it('are English and everything everywhere, for who has not said', async () => {
    const { language, kinds } = await new Inbox(service).preferences();
    expect(language).toBe('en');
    const required = ['receipt', 'earnings', 'ride_cancelled'];
    for (const [kind, channels] of Object.entries(kinds))
      expect({ kind, ...channels }).toEqual({ kind, ...everywhere, required: required.includes(kind) });
    expect(Object.keys(kinds)).toHaveLength(10);
  });

  it('are answered whole when they are changed, and are there afterwards', async () => {
    const inbox = new Inbox(service);
    const { status, body } = await inbox.prefer({ language: 'es', kinds: { driver_arrived: onlyWebhook } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ language: 'es', kinds: { driver_arrived: onlyWebhook, receipt: everywhere } });
    expect(await inbox.preferences()).toEqual(body);
    expect((await inbox.prefer(body as object)).body).toEqual(body);
  });

  it('of one device don’t undo those of another', async () => {
    const inbox = new Inbox(service);
    const wishes = [
      { language: 'es' },
      { kinds: { driver_arrived: nowhere } },
      { kinds: { searching_again: onlyInbox } },
      { kinds: { driver_on_the_way: onlyWebhook, receipt: onlyInbox } },
    ];
    for (const { status } of await Promise.all(wishes.map((wish) => inbox.prefer(wish)))) expect(status).toBe(200);
    expect(await inbox.preferences()).toMatchObject({
      language: 'es',
      kinds: {
        ...{ driver_arrived: nowhere, searching_again: onlyInbox, driver_on_the_way: onlyWebhook },
        ...{ receipt: onlyInbox, ride_unfulfilled: everywhere },
      },
    });
  });

  it('can’t take what is paid out of the inbox: nothing of such a wish counts', async () => {
    const inbox = new Inbox(service);
    for (const kind of ['receipt', 'earnings', 'ride_cancelled']) {
      const { status, body } = await inbox.prefer({ language: 'es', kinds: { [kind]: onlyWebhook } });
      expect(status).toBe(422);
      expect(body).toMatchObject({ code: 'message_kind_required', detail: expect.stringContaining('inApp true') });
    }
    expect(await inbox.preferences()).toEqual(await new Inbox(service).preferences());
  });

  it.each([
    [{ language: 'tlh' }, 'language'],
    [{ kinds: { gossip: everywhere } }, 'kinds'],
    [{ kinds: { receipt: { inApp: true } } }, 'kinds.receipt.webhook'],
    [{ kinds: { receipt: { inApp: 'yes', webhook: true } } }, 'kinds.receipt.inApp'],
  ])('are what there is: not %j', async (wish, path) => {
    const { status, body } = await new Inbox(service).prefer(wish);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'invalid_request', errors: [{ path }] });
  });

  it('are a rider’s or a driver’s', async () => {
    expect((await service.request('GET', '/preferences')).status).toBe(401);
    const operator = { token: await service.token('operator') };
    expect((await service.request('GET', '/preferences', operator)).status).toBe(403);
    const driver = { token: await service.token('driver') };
    expect((await service.request('GET', '/preferences', driver)).status).toBe(200);
  });
});

describe('messages', () => {
  it('are in the language that the person wished when they were written', async () => {
    const inbox = new Inbox(service);
    const [english] = await inbox.afterARide();
    expect(english).toMatchObject({ language: 'en', text: expect.stringMatching(/^Your driver .* 4 minutes/) });
    await inbox.prefer({ language: 'es' });
    const device = await inbox.stream();
    await inbox.rides();
    const messages = await inbox.having(6);
    expect(messages[0]).toEqual(english);
    expect(messages[5]).toMatchObject({ language: 'es', text: expect.stringMatching(/^Gracias .* 12,50\sUS\$ /) });
    const { data } = await device.first('message.new', ({ kind }) => kind === 'receipt');
    expect(data).toEqual(messages[5]);
    device.close();
  });

  it('of a kind that is off everywhere are not written, and nobody says that they were sent', async () => {
    const inbox = await withWebhook();
    await inbox.prefer({ kinds: { driver_arrived: nowhere } });
    const device = await inbox.stream();
    await inbox.rides();
    const posts = await inbox.posted(2);
    expect(kinds(posts)).toEqual(['driver_on_the_way', 'receipt']);
    expect(kinds(await inbox.having(2))).toEqual(['driver_on_the_way', 'receipt']);
    await device.first('message.new', ({ kind }) => kind === 'receipt');
    expect(device.arrived.all.map(({ data }) => data['kind'])).toEqual(['driver_on_the_way', 'receipt']);
    await service.heard(NotificationQueued, isAbout('BookingCompleted', inbox));
    expect([said(NotificationSent, inbox, 'in_app'), said(NotificationQueued, inbox, 'webhook')]).toEqual([2, 2]);
    expect(await service.sql('SELECT 1 FROM message WHERE person = $1', [inbox.riderId])).toHaveLength(2);
    device.close();
  });

  it('of a kind that is only for the webhook are posted there, and are in no inbox', async () => {
    const inbox = await withWebhook();
    await inbox.prefer({ kinds: { driver_arrived: onlyWebhook } });
    const device = await inbox.stream();
    await inbox.rides();
    const posts = await inbox.posted(3);
    expect(kinds(posts)).toEqual(['driver_on_the_way', 'driver_arrived', 'receipt']);
    expect(await inbox.page()).toMatchObject({
      messages: [{ kind: 'receipt' }, { kind: 'driver_on_the_way' }],
      unread: 2,
    });
    await device.first('message.new', ({ kind }) => kind === 'receipt');
    expect(device.arrived.all.map(({ data }) => data['kind'])).not.toContain('driver_arrived');
    const { messageId } = (JSON.parse(posts[1]?.body ?? '') as { data: { messageId: string } }).data;
    for (const { status } of [await inbox.read(messageId), await inbox.readUpTo(messageId)]) expect(status).toBe(404);
    const [newest] = (await inbox.page()).messages;
    await inbox.readUpTo(newest?.messageId ?? '');
    expect(await inbox.page()).toMatchObject({ unread: 0 });
    const marked = 'SELECT 1 FROM message WHERE person = $1 AND read_at IS NOT NULL';
    expect(await service.sql(marked, [inbox.riderId])).toHaveLength(2);
    await service.heard(NotificationSent, (fact) => isAbout('BookingCompleted', inbox)(fact) && isPosted(fact));
    expect([said(NotificationSent, inbox, 'in_app'), said(NotificationSent, inbox, 'webhook')]).toEqual([2, 3]);
    device.close();
  });

  it('of a kind that is not for the webhook are not posted', async () => {
    const inbox = await withWebhook();
    await inbox.prefer({ kinds: { driver_arrived: onlyInbox } });
    await inbox.rides();
    expect(kinds(await inbox.posted(2))).toEqual(['driver_on_the_way', 'receipt']);
    expect(kinds(await inbox.having(3))).toEqual(['driver_on_the_way', 'driver_arrived', 'receipt']);
    await service.heard(NotificationSent, (fact) => isAbout('BookingCompleted', inbox)(fact) && isPosted(fact));
    expect([said(NotificationSent, inbox, 'in_app'), said(NotificationSent, inbox, 'webhook')]).toEqual([3, 2]);
  });

  it('go each by the wishes of one moment, though these change all the time', async () => {
    const RIDES = 20;
    const inbox = await withWebhook();
    const english = { language: 'en', kinds: { driver_arrived: onlyInbox, driver_on_the_way: onlyWebhook } };
    const spanish = { language: 'es', kinds: { driver_arrived: onlyWebhook, driver_on_the_way: onlyInbox } };
    const receipts = async (count: number) => {
      const look = async () => (await inbox.page('?limit=100')).messages;
      const fits = (messages: readonly Shown[]) => messages.filter(({ kind }) => kind === 'receipt').length >= count;
      return eventually(`${count} receipts`, look, fits);
    };
    await inbox.prefer({ ...english, kinds: { ...english.kinds, receipt: onlyInbox } });
    await inbox.rides();
    await receipts(1);
    const over = new AbortController();
    const riding = (async () => {
      for (let n = 2; n < RIDES; n++) await inbox.rides();
      await receipts(RIDES - 1);
    })().finally(() => over.abort());
    while (!over.signal.aborted)
      for (const wish of [english, spanish]) expect((await inbox.prefer(wish)).status).toBe(200);
    await riding;
    await inbox.rides();
    const messages = await receipts(RIDES);
    const posts = await inbox.posted(3 * RIDES - messages.length);
    const told = [
      ...messages.map((message) => ({ ...message, isPosted: false })),
      ...posts.map(({ body }) => ({ ...(JSON.parse(body) as { data: Shown }).data, isPosted: true })),
    ];
    expect(new Set(told.map(({ language }) => language))).toEqual(new Set(['en', 'es']));
    for (const { kind, language, text, isPosted } of told) {
      expect(text).toMatch(language === 'es' ? /^(Tu|Gracias)/ : /^(Your|Thank)/);
      if (kind !== 'receipt') expect(isPosted).toBe((kind === 'driver_arrived') === (language === 'es'));
    }
    expect(new Set(told.map(({ about, kind }) => `${about.factId} ${kind}`)).size).toBe(3 * RIDES);
    expect(told).toHaveLength(3 * RIDES);
  });
});

type Said = { readonly key: string; readonly data: { readonly about: { readonly fact: string }; channel: string } };
const isAbout =
  (fact: string, { riderId }: Inbox) =>
  ({ key, data }: Said) =>
    key === riderId && data.about.fact === fact;
const isPosted = ({ data }: Said) => data.channel === 'webhook';
