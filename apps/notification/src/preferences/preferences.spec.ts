import { MESSAGE_KINDS } from '../templates/words.js';
import type { MessageKind } from '../who-is-told.js';
import { channelsFor, isRequired, USUAL, wished } from './preferences.js';

const everywhere = { inApp: true, webhook: true };
const nowhere = { inApp: false, webhook: false };
const onlyInbox = { inApp: true, webhook: false };
const onlyWebhook = { inApp: false, webhook: true };

describe('who never wished anything', () => {
  it('reads English', () => expect(USUAL.language).toBe('en'));
  it.each(MESSAGE_KINDS)('is told everywhere: %s', (kind) => expect(channelsFor(USUAL, kind)).toEqual(everywhere));
});

describe('a wish', () => {
  it('counts for its kinds', () => {
    const kinds = { driver_arrived: nowhere, searching_again: onlyWebhook, receipt: onlyInbox };
    const preferences = wished(USUAL, { kinds });
    for (const [kind, channels] of Object.entries(kinds))
      expect(channelsFor(preferences, kind as MessageKind)).toEqual(channels);
    expect(channelsFor(preferences, 'ride_unfulfilled')).toEqual(everywhere);
  });

  it('leaves what it doesn’t name as it was', () => {
    const first = wished(USUAL, { language: 'es', kinds: { driver_arrived: onlyInbox, searching_again: onlyWebhook } });
    expect(wished(first, {})).toEqual(first);
    expect(wished(first, { language: 'en' })).toEqual({ ...first, language: 'en' });
    const second = wished(first, { kinds: { driver_arrived: onlyWebhook, searching_again: undefined } });
    expect(second.language).toBe('es');
    expect(second.kinds).toEqual({ driver_arrived: onlyWebhook, searching_again: onlyWebhook });
  });

  it('can be taken back', () => {
    const off = wished(USUAL, { kinds: { driver_arrived: nowhere } });
    expect(channelsFor(wished(off, { kinds: { driver_arrived: everywhere } }), 'driver_arrived')).toEqual(everywhere);
  });
});

describe('what says how much is paid', () => {
  const required = MESSAGE_KINDS.filter(isRequired);

  it('is receipts, earnings and cancellations', () => {
    expect([...required].sort()).toEqual(['earnings', 'receipt', 'ride_cancelled']);
  });

  it.each(required)('stays in the inbox, and nothing of such a wish counts: %s', (kind) => {
    for (const channels of [nowhere, onlyWebhook])
      expect(() => wished(USUAL, { kinds: { driver_arrived: nowhere, [kind]: channels } })).toThrow(
        expect.objectContaining({ code: 'message_kind_required' }),
      );
    expect(channelsFor(wished(USUAL, { kinds: { [kind]: onlyInbox } }), kind)).toEqual(onlyInbox);
  });

  it.each(required)('stays there, though it could once be switched off: %s', (kind) => {
    expect(channelsFor({ language: 'en', kinds: { [kind]: onlyWebhook } }, kind)).toEqual(everywhere);
  });
});
