import { NotificationFailed, NotificationQueued, NotificationSent, RideUnfulfilled } from '@ride/events';
import { eventually, type ServiceUnderTest } from '@ride/testing';
import { v7 } from 'uuid';
import { Inbox } from './inbox.js';
import type { Receiver } from './receiver.js';

/** A rider whose messages are also posted: their webhook is a path of its own at the receiver. */
export class Subscriber extends Inbox {
  readonly path = `/of/${this.riderId}`;
  secret = '';

  constructor(
    service: ServiceUnderTest,
    private readonly receiver: Receiver,
  ) {
    super(service);
  }

  /** What has reached their webhook. */
  get posts() {
    return this.receiver.at(this.path);
  }
  async register(): Promise<this> {
    const url = `http://127.0.0.1:${this.receiver.port}${this.path}`;
    const { status, body } = await this.ask('PUT', '/webhook', { body: { url } });
    expect(status).toBe(200);
    this.secret = body.secret;
    return this;
  }
  unregister() {
    return this.ask('DELETE', '/webhook');
  }
  async webhook() {
    return (await this.ask('GET', '/webhook')).body as { readonly status: string };
  }

  /** One message: nobody was found. Resolves with the id of the fact that it tells of. */
  toldOnce(time = Date.now()): Promise<string> {
    const { riderId } = this;
    return this.service.say(RideUnfulfilled({ rideId: v7(), riderId, reason: 'no_driver_nearby' }), { time });
  }

  post(kind: string, status: number) {
    return this.receiver.posts.first(
      `${kind} answered ${status}`,
      (post) => post.path === this.path && post.kind === kind && post.status === status,
    );
  }
  /** Resolves with as many posts. */
  async posted(count: number) {
    await this.receiver.posts.first(`${count} posts to ${this.path}`, () => this.posts.length >= count);
    return this.posts;
  }
  /** That it was said how the message about the fact went. */
  sent(factId: string, channel: 'in_app' | 'webhook') {
    return this.service.heard(
      NotificationSent,
      ({ key, data }) => key === this.riderId && data.about.factId === factId && data.channel === channel,
    );
  }
  /** That the message of this kind is to be posted. */
  async queued(kind: string) {
    const look = () =>
      this.service.sql<{ id: string }>('SELECT id FROM message WHERE person = $1 AND kind = $2', [this.riderId, kind]);
    const [message] = await eventually(`the message ${kind}`, look, ({ length }) => length > 0);
    return this.service.heard(NotificationQueued, ({ data }) => data.messageId === message?.id);
  }
  failed(factId: string) {
    return this.service.heard(
      NotificationFailed,
      ({ key, data }) => key === this.riderId && data.about.factId === factId,
    );
  }
}
