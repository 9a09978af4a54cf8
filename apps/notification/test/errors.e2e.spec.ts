import { RiderRegistered } from '@ride/events';
import { DeadLetter, describeErrors, eventually, type Asking, type ServiceUnderTest } from '@ride/testing';
import { v7 } from 'uuid';

const registered = (riderId: string) =>
  RiderRegistered({ riderId, name: 'Grace', contact: {}, rating: { average: 0, count: 0 }, version: 1 });

async function ask(service: ServiceUnderTest, method: string, path: string, body?: Asking['body'], riderId = v7()) {
  return service.request(method, path, { token: await service.token('rider', riderId), body });
}

describeErrors({
  service: 'notification',
  load: () => import('../src/notification.module.js').then(({ NotificationModule }) => NotificationModule),
  env: { RIDE_WEBHOOK_ADDRESSES: 'public' },
  heard: registered,
  own: {
    invalid_cursor: (service) => ask(service, 'GET', '/messages?cursor=x'),
    key_blocked: async (service) => {
      const riderId = v7();
      await DeadLetter.of(service, registered, riderId);
      const register = () => ask(service, 'PUT', '/webhook', { url: 'https://192.0.43.8/ride' }, riderId);
      return eventually('a blocked key', register, ({ status }) => status === 503);
    },
    message_kind_required: (service) =>
      ask(service, 'PUT', '/preferences', { language: 'en', kinds: { receipt: { inApp: false, webhook: false } } }),
    message_not_found: (service) => ask(service, 'PUT', `/messages/${v7()}/read`),
    webhook_address_refused: (service) => ask(service, 'PUT', '/webhook', { url: 'https://127.0.0.1/' }),
    webhook_not_found: (service) => ask(service, 'GET', '/webhook'),
  },
});
