import { rejections } from '@ride/decider';
import type { Language } from '../templates/words.js';
import type { MessageKind } from '../who-is-told.js';

/** Where a message is told: in the inbox with its live stream, and at the person's webhook, if they have one. */
export interface Channels {
  readonly inApp: boolean;
  readonly webhook: boolean;
}
/** What a person wishes; of the kinds only those about which they ever said something. */
export interface Preferences {
  readonly language: Language;
  readonly kinds: { readonly [K in MessageKind]?: Channels };
}
/** A change of them: what it leaves out stays as it is. */
export interface Wish {
  readonly language?: Language | undefined;
  readonly kinds?: { readonly [K in MessageKind]?: Channels | undefined } | undefined;
}

export const preferenceRejections = rejections({
  message_kind_required:
    'Receipts, earnings and cancellations stay in your inbox, since they say what is paid: leave their inApp true, ' +
    'and switch off their webhook, if you like.',
});

/** For who has never wished anything: English, and everything everywhere. */
export const USUAL: Preferences = { language: 'en', kinds: {} };

/** What says how much is paid stays where it can be looked up. */
export function isRequired(kind: MessageKind): boolean {
  return kind === 'receipt' || kind === 'earnings' || kind === 'ride_cancelled';
}

/** The preferences after a wish. Throws Rejected `message_kind_required`; then nothing of the wish counts. */
export function wished(was: Preferences, { language, kinds = {} }: Wish): Preferences {
  const told = Object.entries(kinds) as readonly [MessageKind, Channels | undefined][];
  const given = told.flatMap(([kind, channels]) => (channels === undefined ? [] : [[kind, channels] as const]));
  if (given.some(([kind, { inApp }]) => isRequired(kind) && !inApp)) throw preferenceRejections.message_kind_required();
  return { language: language ?? was.language, kinds: { ...was.kinds, ...Object.fromEntries(given) } };
}

/** Where the person is told messages of this kind. */
export function channelsFor({ kinds }: Preferences, kind: MessageKind): Channels {
  const { inApp, webhook } = kinds[kind] ?? { inApp: true, webhook: true };
  return { inApp: inApp || isRequired(kind), webhook };
}
