import { describeAccess, serviceUnderTest, type ServiceUnderTest } from '@ride/testing';
import { Inbox } from './inbox.js';

let service: ServiceUnderTest;
afterAll(() => service?.stop());

describeAccess(async () => {
  const load = () => import('../src/notification.module.js').then((m) => m.NotificationModule);
  service = await serviceUnderTest(load, 'notification', { env: { RIDE_WEBHOOK_ADDRESSES: 'any' } });
  const inbox = new Inbox(service);
  const [{ messageId }] = await inbox.afterARide();
  return {
    service,
    owner: { role: 'rider', sub: inbox.riderId },
    ids: { messageId },
    bodies: {
      'PUT /messages/read': { upTo: messageId },
      'PUT /preferences': { language: 'en' },
      'PUT /webhook': { url: 'http://127.0.0.1:9/' },
    },
  };
});
