import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The part of IPv6 that IANA gives to the internet; what lies outside is reserved, or for use within a network. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address, IPv4 or IPv6, is one of the public internet: none that is private, loopback, link-local, multicast,
 * documentation, a tunnel's or set aside for anything else by IANA's registries of special-purpose addresses.
 */
export function isPublic(address: string): boolean {
  if (isIP(address) === 0 || !ipaddr.isValid(address)) return false;
  // An IPv4 address that is mapped into IPv6 leads where the IPv4 address leads.
  const ip = ipaddr.process(address);
  if (ip.range() !== 'unicast') return false;
  return ip instanceof ipaddr.IPv4 || ip.match(GLOBAL_UNICAST);
}

/** The host is not, or not only, at public addresses. Says no address: what a name leads to inside is nobody's business. */
export class NotPublic extends Error {
  readonly code = 'not_public';
  constructor() {
    super('not a public address');
  }
}

/** Whether a name leads to public addresses, and to nothing else: which of them a socket tries is not ours to say. */
export function arePublic(found: readonly { readonly address: string }[]): boolean {
  return found.length > 0 && found.every(({ address }) => isPublic(address));
}

/**
 * As `dns.lookup`, for a socket that connects to just the addresses that it gets from here, so that a name can't lead
 * elsewhere after it was checked. Answers NotPublic when one of them isn't.
 */
export const publicLookup: LookupFunction = (hostname, options, answer) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const [first] = found ?? [];
    if (error) answer(error, '');
    else if (first === undefined || !arePublic(found)) answer(new NotPublic(), '');
    else if (options.all) answer(null, found);
    else answer(null, first.address, first.family);
  });
};
