import { Webhook } from 'standardwebhooks';
import type { NewMessage } from '../messages.js';
import { newSecret, signed } from './signed-message.js';

const message: NewMessage = {
  messageId: '0199c000-0000-7000-8000-000000000001',
  kind: 'receipt',
  text: 'Thank you: $12.50 – “gracias”',
  language: 'en',
  about: {
    fact: 'BookingCompleted',
    factId: '0199c000-0000-7000-8000-000000000004',
    rideId: '0199c000-0000-7000-8000-000000000002',
  },
  sentAt: '2026-11-25T04:00:00.000Z',
};
const id = '0199c000-0000-7000-8000-000000000003';

describe('a signed message', () => {
  it('is what receivers verify by Standard Webhooks', () => {
    const secret = newSecret();
    const { body, headers } = signed(message, id, secret);
    expect(new Webhook(secret).verify(body, headers)).toEqual({
      type: 'message.new',
      timestamp: message.sentAt,
      data: message,
    });
    expect(headers['webhook-id']).toBe(id);
  });

  it('does not verify with another secret, another id or another body', () => {
    const secret = newSecret();
    const { body, headers } = signed(message, id, secret);
    const verify = (by: string, text: string, more = {}) => new Webhook(by).verify(text, { ...headers, ...more });
    expect(() => verify(newSecret(), body)).toThrow('No matching signature');
    expect(() => verify(secret, body.replace('12.50', '0.50'))).toThrow('No matching signature');
    expect(() => verify(secret, body, { 'webhook-id': message.about.rideId })).toThrow('No matching signature');
  });

  it('has the bytes and the signature of the standard', () => {
    // Made by hand from the standard: base64(HMAC-SHA256(key, id.timestamp.body)).
    const { headers } = signed(message, id, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', new Date(1_614_265_330_999));
    expect(headers['webhook-timestamp']).toBe('1614265330');
    expect(headers['webhook-signature']).toBe('v1,B6XWfnDNc4/thsQOWj/yq/MAB/piXrmIcJCPUvnTflI=');
  });

  it('is signed with a secret of 256 bits, new each time', () => {
    expect(newSecret()).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(newSecret()).not.toBe(newSecret());
  });
});
