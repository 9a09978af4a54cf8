import { promisify } from 'node:util';
import fc from 'fast-check';
import { arePublic, isPublic, NotPublic, publicLookup } from './public-address.js';

const PUBLIC = [
  ...['8.8.8.8', '1.1.1.1', '93.184.216.34', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0'],
  ...['126.255.255.255', '128.0.0.0', '169.253.255.255', '169.255.0.0', '172.15.255.255', '172.32.0.0'],
  ...['192.167.255.255', '192.169.0.0', '198.17.255.255', '198.20.0.0', '223.255.255.255'],
  ...['2606:4700:4700::1111', '2a00:1450:4001:80b::200e', '2001:4860:4860::8888', '::ffff:8.8.8.8'],
];
/** First and last of each range, and what is met in the wild. */
const NOT_PUBLIC = [
  ...['0.0.0.0', '0.255.255.255', '10.0.0.0', '10.255.255.255', '100.64.0.0', '100.127.255.255'],
  ...['127.0.0.0', '127.0.0.1', '127.255.255.255', '169.254.0.0', '169.254.169.254', '169.254.255.255'],
  ...['172.16.0.0', '172.31.255.255', '192.168.0.0', '192.168.255.255', '192.0.0.0', '192.0.0.255'],
  ...['192.0.2.1', '192.88.99.1', '198.18.0.0', '198.19.255.255', '198.51.100.1', '203.0.113.1'],
  ...['224.0.0.1', '239.255.255.255', '240.0.0.0', '255.255.255.255'],
  ...['::', '::1', 'fe80::1', 'fe80::1%lo', 'febf:ffff::1', 'fc00::1', 'fd00:ec2::254', 'fdff::1', 'fec0::1'],
  ...['ff00::1', 'ff02::1', 'ffff::1', '100::1', '2001::1', '2001:db8::1', '2001:2::1', '2001:10::1', '2001:20::1'],
  ...['2002:7f00:1::', '2002:808:808::', '64:ff9b::7f00:1', '64:ff9b:1::1', '3fff::1', '5f00::1', '4000::1'],
  // An IPv4 address in IPv6 clothes: mapped, translated, compatible.
  ...['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:10.0.0.1', '::ffff:a9fe:a9fe', '::ffff:0:127.0.0.1', '::127.0.0.1'],
  ...['', 'localhost', '1.2.3', '256.1.1.1', '::g'],
];

describe('an address is public', () => {
  it.each(PUBLIC)('%s', (address) => expect(isPublic(address)).toBe(true));
});

describe('an address is not public', () => {
  it.each(NOT_PUBLIC)('%s', (address) => expect(isPublic(address)).toBe(false));

  const octet = fc.integer({ min: 0, max: 255 });
  const within = (...first: readonly number[]) =>
    fc.array(octet, { minLength: 4 - first.length, maxLength: 4 - first.length }).map((rest) => [...first, ...rest]);
  const inside = fc.oneof(within(10), within(127), within(0), within(192, 168), within(169, 254));

  it('anywhere within a private range, as IPv4 and mapped into IPv6', () => {
    fc.assert(
      fc.property(inside, (octets) => {
        const dotted = octets.join('.');
        return !isPublic(dotted) && !isPublic(`::ffff:${dotted}`);
      }),
    );
  });

  it('more or less so when it is mapped into IPv6', () => {
    fc.assert(
      fc.property(within(), (octets) => {
        const hex = Buffer.from(octets).toString('hex');
        const mapped = `::ffff:${hex.slice(0, 4)}:${hex.slice(4)}`;
        return isPublic(octets.join('.')) === isPublic(mapped);
      }),
    );
  });

  it('outside the part of IPv6 that is the internet’s', () => {
    const groups = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(groups, (all) => {
        const address = all.map((group) => group.toString(16)).join(':');
        return all[0]! >> 13 === 1 || address.startsWith('0:0:0:0:0:ffff:') || !isPublic(address);
      }),
    );
  });
});

describe('a name is looked up for a socket', () => {
  const lookup = promisify(publicLookup as (host: string, options: { all?: boolean }, done: () => void) => void);

  it('and refused when it leads to this machine', async () => {
    await expect(lookup('localhost', { all: true })).rejects.toThrow(NotPublic);
    await expect(lookup('localhost', {})).rejects.toThrow(NotPublic);
    await expect(lookup('127.0.0.1', {})).rejects.toThrow(NotPublic);
  });

  it('and refused whole when one of its addresses is not public', () => {
    const [inside, outside] = [{ address: '10.0.0.1' }, { address: '8.8.8.8' }];
    expect([[inside, outside], [outside, inside], [inside], []].filter(arePublic)).toEqual([]);
    expect(arePublic([outside, { address: '2606:4700:4700::1111' }])).toBe(true);
  });

  it('and answered with the addresses that were checked', async () => {
    expect(await lookup('93.184.216.34', { all: true })).toEqual([{ address: '93.184.216.34', family: 4 }]);
    expect(await lookup('93.184.216.34', {})).toBe('93.184.216.34');
  });

  it('and its refusal tells no address', async () => {
    const error: unknown = await lookup('localhost', {}).catch((refusal: unknown) => refusal);
    expect(String(error)).not.toMatch(/127|::1|localhost/);
  });
});
