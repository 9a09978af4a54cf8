import { NotificationFailed, NotificationQueued, NotificationSent } from '@ride/events';
import { eventually, serviceUnderTest, type ServiceUnderTest } from '@ride/testing';
import { Webhook } from 'standardwebhooks';
import { v7 } from 'uuid';
import { Receiver } from './receiver.js';
import { Subscriber } from './subscriber.js';

let service: ServiceUnderTest;
let receiver: Receiver;

beforeAll(async () => {
  receiver = await Receiver.start();
  service = await serviceUnderTest(
    () => import('../src/notification.module.js').then((m) => m.NotificationModule),
    'notification',
    { env: { RIDE_WEBHOOK_ADDRESSES: 'any', RIDE_RETRY_BACKOFF_MS: '50,50,50' } },
  );
});
afterAll(async () => {
  await service?.stop();
  receiver.stop();
});

const someone = () => new Subscriber(service, receiver);
const registered = () => someone().register();
/** Waits until the effect is done with a fact about which it may have nothing to say. */
function handled({ headers }: { readonly headers: { readonly id?: string } }) {
  const look = () =>
    service.sql('SELECT 1 FROM inbox WHERE subscription = $1 AND event = $2', ['notification.webhooks', headers.id]);
  return eventually('the fact to be handled', look, ({ length }) => length > 0);
}
const kinds = (posts: readonly { readonly kind: string }[]) => posts.map(({ kind }) => kind);

describe('a message is posted', () => {
  it('as the person’s inbox has it, signed so that their receiver can verify it', async () => {
    const ada = await registered();
    await ada.toldOnce();
    const { body, headers } = await ada.post('ride_unfulfilled', 200);
    const [message] = await ada.having(1);
    expect(new Webhook(ada.secret).verify(body, headers)).toEqual({
      type: 'message.new',
      timestamp: (message as unknown as { sentAt: string }).sentAt,
      data: message,
    });
    expect(headers['content-type']).toBe('application/json');
  });

  it('and it is said that it was, because it had been written for that', async () => {
    const ada = await registered();
    const factId = await ada.toldOnce();
    const { id } = await ada.post('ride_unfulfilled', 200);
    const queued = await ada.queued('ride_unfulfilled');
    const [message] = await ada.having(1);
    const about = { factId, fact: 'RideUnfulfilled' };
    expect(queued.data).toEqual({
      ...{ recipientId: ada.riderId, about, channel: 'webhook' },
      messageId: message?.messageId,
    });
    const { data, headers } = await ada.sent(factId, 'webhook');
    expect(id).toBe(queued.headers.id);
    expect(data).toEqual({ recipientId: ada.riderId, about, channel: 'webhook' });
    expect(headers).toMatchObject({ causationId: queued.headers.id, correlationId: queued.headers.correlationId });
  });

  it('once for each message', async () => {
    const ada = await registered();
    await ada.rides();
    await ada.post('receipt', 200);
    const factId = await ada.toldOnce();
    await ada.sent(factId, 'webhook');
    expect(kinds(ada.posts)).toEqual(['driver_on_the_way', 'driver_arrived', 'receipt', 'ride_unfulfilled']);
    expect(
      service.said(NotificationSent, ({ key, data }) => key === ada.riderId && data.channel === 'webhook'),
    ).toHaveLength(4);
  });

  it('again with the same id while the receiver is out of order, and the later ones wait behind it', async () => {
    const [ada, grace] = [await registered(), await registered()];
    const toGrace = grace.post('receipt', 200);
    receiver.answer(ada.path, async (n) => {
      if (n === 3) await toGrace; // nobody else waits for Ada's receiver
      return n <= 3 ? 503 : 200;
    });
    await ada.rides();
    await ada.post('driver_on_the_way', 503);
    await grace.rides();
    await ada.post('receipt', 200);
    const first = 'driver_on_the_way';
    expect(kinds(ada.posts)).toEqual([first, first, first, first, 'driver_arrived', 'receipt']);
    expect(new Set(ada.posts.slice(0, 4).map(({ id, body }) => `${id} ${body}`)).size).toBe(1);
    for (const { body, headers } of ada.posts) new Webhook(ada.secret).verify(body, headers);
    expect(kinds(grace.posts)).toEqual([first, 'driver_arrived', 'receipt']);
  });
});

describe('a message is given up', () => {
  it('when the receiver is gone: nothing is posted until the webhook is registered again', async () => {
    const ada = await registered();
    receiver.answer(ada.path, (n) => (n === 1 ? 410 : 200));
    const { data } = await ada.failed(await ada.toldOnce());
    expect(data).toMatchObject({ channel: 'webhook', reason: 'webhook_gone' });
    expect(await ada.webhook()).toMatchObject({ status: 'gone', goneAt: expect.any(String) });
    await ada.sent(await ada.toldOnce(), 'in_app');
    await ada.register();
    expect(await ada.webhook()).toMatchObject({ status: 'on' });
    await ada.sent(await ada.toldOnce(), 'webhook');
    expect(ada.posts.map(({ status }) => status)).toEqual([410, 200]);
    expect(service.said(NotificationQueued, ({ key }) => key === ada.riderId)).toHaveLength(2);
  });

  it('when the receiver is gone: with those that were already to be posted', async () => {
    const ada = await registered();
    receiver.answer(ada.path, async () => {
      await ada.queued('receipt');
      return 410;
    });
    await ada.rides();
    await handled(await ada.queued('receipt'));
    expect(ada.posts.map(({ kind, status }) => [kind, status])).toEqual([['driver_on_the_way', 410]]);
    const { data } = await service.heard(NotificationFailed, ({ key }) => key === ada.riderId);
    expect(data).toMatchObject({ about: { fact: 'BookingCreated' }, reason: 'webhook_gone' });
  });

  it('though the process ended between finding the receiver gone and saying so', async () => {
    const ada = await registered();
    receiver.answer(ada.path, () => 410);
    const factId = await ada.toldOnce();
    const said = await ada.failed(factId);
    const heard = await ada.queued('ride_unfulfilled');
    const { WebhookEffects } = await import('../src/webhook/webhook.effects.js');
    const { id = '', correlationId = '' } = heard.headers;
    const cause = { id, correlationId, traceparent: undefined };
    const call = { idempotencyKey: id, signal: new AbortController().signal, attempt: 1 };
    const fact = { type: 'NotificationQueued', time: Date.now(), data: heard.data, ...cause } as const;
    const again = await service.get(WebhookEffects).post(fact, call);
    expect(again).toMatchObject({ type: 'NotificationFailed', data: said.data });
  });

  it.each([
    [404, 'webhook_refuses'],
    [307, 'webhook_redirects'],
  ])('when it answers %i, at once, and the next one is posted', async (status, reason) => {
    const ada = await registered();
    receiver.answer(ada.path, (n) => (n === 1 ? status : 200));
    const { data } = await ada.failed(await ada.toldOnce());
    expect(data).toMatchObject({ channel: 'webhook', reason });
    await ada.sent(await ada.toldOnce(), 'webhook');
    expect(ada.posts.map((post) => post.status)).toEqual([status, 200]);
    expect(receiver.at('/elsewhere')).toEqual([]);
  });

  it('when the last attempt has failed, and the next one is posted; an operator has nothing to repair', async () => {
    const ada = await registered();
    receiver.answer(ada.path, (n) => (n <= 4 ? 500 : 200));
    const { data } = await ada.failed(await ada.toldOnce());
    expect(data).toMatchObject({ channel: 'webhook', reason: 'webhook_fails' });
    await ada.sent(await ada.toldOnce(), 'webhook');
    expect(ada.posts.map(({ status }) => status)).toEqual([500, 500, 500, 500, 200]);
    const dead = await service.sql(`SELECT 1 FROM failed_fact WHERE status = 'dead' AND key = convert_to($1, 'UTF8')`, [
      ada.riderId,
    ]);
    expect(dead).toEqual([]);
  });

  it('when it is too late to be of use', async () => {
    const ada = await registered();
    const { data } = await ada.failed(await ada.toldOnce(Date.now() - 11 * 60_000));
    expect(data).toMatchObject({ channel: 'webhook', reason: 'webhook_too_late' });
    expect(ada.posts).toEqual([]);
    expect((await ada.page()).messages).toHaveLength(1);
  });
});

describe('nothing is posted', () => {
  it('for who has no webhook', async () => {
    const ada = someone();
    const factId = await ada.toldOnce();
    await ada.sent(factId, 'in_app');
    await ada.register();
    await ada.sent(await ada.toldOnce(), 'webhook');
    expect(ada.posts).toHaveLength(1);
    expect(service.said(NotificationQueued, ({ data }) => data.about.factId === factId)).toEqual([]);
  });

  it('for who has it no longer', async () => {
    const ada = await registered();
    receiver.answer(ada.path, async () => {
      await ada.queued('receipt');
      await ada.unregister();
      return 200;
    });
    await ada.rides();
    await handled(await ada.queued('receipt'));
    expect(kinds(ada.posts)).toEqual(['driver_on_the_way']);
  });

  it('of what is to be sent through another channel', async () => {
    const ada = await registered();
    await ada.toldOnce();
    const heard = await ada.queued('ride_unfulfilled');
    await ada.post('ride_unfulfilled', 200);
    const { WebhookEffects } = await import('../src/webhook/webhook.effects.js');
    const cause = { id: v7(), correlationId: v7(), traceparent: undefined };
    const call = { idempotencyKey: cause.id, signal: new AbortController().signal, attempt: 1 };
    const data = { ...heard.data, channel: 'unknown' } as const;
    const fact = { type: 'NotificationQueued', time: Date.now(), data, ...cause } as const;
    expect(await service.get(WebhookEffects).post(fact, call)).toBeUndefined();
    expect(ada.posts).toHaveLength(1);
  });
});

it('an address or a secret stands in no fact and in no error', async () => {
  const ada = await registered();
  receiver.answer(ada.path, () => 500);
  const told = ada.failed(await ada.toldOnce());
  const failing = () => service.sql('SELECT * FROM failed_fact WHERE key = convert_to($1, $2)', [ada.riderId, 'UTF8']);
  const [row] = await eventually('a failed fact', failing, (rows) => rows.length > 0);
  await told;
  const said = service.log.facts.all.map(({ data }) => data);
  expect(JSON.stringify([row, said])).not.toMatch(/127\.0\.0\.1|whsec_|\/of\//);
});
