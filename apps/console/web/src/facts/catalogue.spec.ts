import type { AsyncApi } from './asyncapi.js';
import { catalogueOf } from './catalogue.js';

const ref = ($ref: string) => ({ $ref });
const document: AsyncApi = {
  channels: {
    'rides.v1': {
      address: 'rides.v1',
      summary: 'Facts about each ride',
      messages: { RideRequested: ref('#/components/messages/RideRequested') },
      bindings: { kafka: { partitions: 12 } },
    },
    'booking.dead-letters.v1': { address: 'booking.dead-letters.v1', messages: {} },
  },
  operations: {
    'rider.send.rides.v1': {
      ...{ action: 'send', channel: ref('#/channels/rides.v1'), 'x-service': 'rider' },
      messages: [ref('#/channels/rides.v1/messages/RideRequested')],
    },
    'booking.receive.rides.v1': {
      ...{ action: 'receive', channel: ref('#/channels/rides.v1'), 'x-service': 'booking', 'x-group': 'booking' },
      messages: [ref('#/channels/rides.v1/messages/RideRequested')],
      'x-handlers': [{ fact: 'RideRequested', handler: 'BookingHandlers.follow' }],
    },
    'driver.receive.rides.v1': { action: 'receive', channel: ref('#/channels/rides.v1'), messages: [] },
  },
  components: { messages: { RideRequested: { name: 'RideRequested', summary: 'a rider asked for a ride' } } },
};

describe('the catalogue', () => {
  it('has each fact with who says and who hears it, and leaves out topics of one service’s own', () => {
    expect(catalogueOf(document)).toEqual({
      topics: [{ name: 'rides.v1', summary: 'Facts about each ride', partitions: 12, facts: ['RideRequested'] }],
      facts: [
        {
          ...{ name: 'RideRequested', topic: 'rides.v1', summary: 'a rider asked for a ride', says: ['rider'] },
          hears: [{ service: 'booking', group: 'booking', handler: 'BookingHandlers.follow' }],
          ...{ schema: undefined, example: undefined },
        },
      ],
    });
  });
});
