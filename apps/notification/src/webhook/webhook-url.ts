import { publicLookup } from './public-address.js';

/** RIDE_WEBHOOK_ADDRESSES. */
export type Addresses = 'public' | 'any';

/**
 * Why a webhook can't be at this URL, as a sentence; undefined when it can. A host that can't be looked up now is let
 * through: each request looks again.
 */
export async function whyRefused(url: URL, addresses: Addresses): Promise<string | undefined> {
  if (url.username !== '' || url.password !== '') return 'It has a user name or a password.';
  if (url.protocol !== 'https:' && (addresses === 'public' || url.protocol !== 'http:'))
    return `It begins with ${url.protocol}//.`;
  if (addresses === 'any' || (await leadsOutside(url))) return undefined;
  return 'Its host is at no public address, or not only.';
}

function leadsOutside({ hostname }: URL): Promise<boolean> {
  const host = hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve) => {
    publicLookup(host, { all: true }, (error) => {
      resolve(error === null || error.code === 'EAI_AGAIN');
    });
  });
}
