import { isIP } from 'node:net';
import { Hidden } from './hidden.js';

/** How the text of an environment variable becomes a value. `parse` throws an Error that says what was expected. */
export interface Kind<T> {
  /** Its name in the documentation, such as `port` or `milliseconds`. */
  readonly kind: string;
  parse(text: string): T;
}

function expected(what: string): never {
  throw new Error(`must be ${what}`);
}

export const text: Kind<string> = { kind: 'text', parse: (given) => given };

export const path: Kind<string> = { kind: 'path', parse: (given) => given };

export const prefix: Kind<string> = {
  kind: 'prefix',
  parse: (given) => (/^[a-z0-9_]*$/.test(given) ? given : expected('small letters, digits and underscores')),
};

/** Somebody else's choice, so it may be short. Shown nowhere. */
export const password: Kind<Hidden> = { kind: 'secret', parse: (given) => new Hidden(given) };

/** A secret: shown nowhere, and long enough to be one. */
export const secret: Kind<string> = {
  kind: 'secret',
  parse: (given) => (given.length >= 16 ? given : expected('at least 16 characters long')),
};

export const port: Kind<number> = {
  kind: 'port',
  parse: (given) =>
    /^\d{1,5}$/.test(given) && +given >= 1 && +given <= 65535 ? +given : expected('a port, 1 to 65535'),
};

function whole(kind: string, least: number): Kind<number> {
  return {
    kind,
    parse: (given) =>
      /^\d{1,15}$/.test(given) && +given >= least ? +given : expected(`a whole number of ${kind}, ${least} or more`),
  };
}

export const milliseconds = whole('milliseconds', 1);
export const seconds = whole('seconds', 1);
export const pieces = whole('pieces', 1);
export const times = whole('times', 1);

/** Null: off. */
export const perMinute: Kind<number | null> = {
  kind: 'times a minute | off',
  parse: (given) =>
    given === 'off' ? null : /^[1-9]\d{0,8}$/.test(given) ? +given : expected('a whole number, 1 or more, or off'),
};

/** What a time is multiplied by. */
export const factor: Kind<number> = {
  kind: 'factor',
  parse: (given) => (/^\d*\.?\d+$/.test(given) && +given > 0 ? +given : expected('a number above 0, such as 3 or 0.5')),
};

/** A part of all. */
export const share: Kind<number> = {
  kind: 'share',
  parse: (given) =>
    /^\d*\.?\d+$/.test(given) && +given <= 1 ? +given : expected('a number from 0 to 1, such as 0.05'),
};

/** Distances in metres, ascending, separated by commas. */
export const radii: Kind<readonly number[]> = {
  kind: 'metres, metres, …',
  parse(given) {
    const metres = given.split(',').map(Number);
    const rising = metres.every((each, i) => Number.isInteger(each) && each > (i === 0 ? 0 : (metres[i - 1] ?? 0)));
    return rising ? metres : expected('whole metres in rising order, such as 1000,2000,4000');
  },
};

/** Waits, separated by commas. */
export const backoff: Kind<readonly number[]> = {
  kind: 'milliseconds, milliseconds, …',
  parse(given) {
    const waits = given.split(',').map(Number);
    const good = waits.every((each) => Number.isInteger(each) && each > 0);
    return good ? waits : expected('whole milliseconds, such as 1000,5000,30000');
  },
};

/** IP addresses and networks in CIDR notation, separated by commas; `none`: there is none. */
export const addresses: Kind<readonly string[]> = {
  kind: 'address, network/bits, … | none',
  parse(given) {
    const each = given === 'none' ? [] : given.split(',').map((one) => one.trim());
    return each.every(isAddressOrNetwork)
      ? each
      : expected('none, or IP addresses and networks such as 10.1.2.3,fd00::/8, separated by commas');
  },
};

function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  const most = version === 4 ? 32 : 128;
  return version !== 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && +bits <= most));
}

/** `host:port`, separated by commas. */
export const brokers: Kind<readonly string[]> = {
  kind: 'host:port, …',
  parse(given) {
    const each = given.split(',').map((one) => one.trim());
    return each.every((one) => /^[^\s:/]+:\d{1,5}$/.test(one))
      ? each
      : expected('one or more host:port, separated by commas');
  },
};

/** Where pages come from, as browsers say it: scheme, host and port, nothing behind them. Empty: nowhere. */
export const origins: Kind<readonly string[]> = {
  kind: 'https://host, …',
  parse(given) {
    const each = given.split(',').flatMap((one) => one.trim() || []);
    return each.every((one) => URL.canParse(one) && new URL(one).origin === one)
      ? each
      : expected('origins, separated by commas, such as https://app.example.com');
  },
};

export function url(...protocols: readonly string[]): Kind<string> {
  return {
    kind: 'url',
    parse(given) {
      const usable = URL.canParse(given) && protocols.includes(new URL(given).protocol.slice(0, -1));
      return usable ? given.replace(/\/+$/, '') : expected(`a URL that begins with ${protocols.join(':// or ')}://`);
    },
  };
}

/** An issuer is compared letter by letter with what tokens say: a slash at its end stays. */
export const issuer: Kind<string> = {
  kind: 'url',
  parse(given) {
    url('http', 'https').parse(given);
    return given;
  },
};

export function oneOf<const S extends string>(...symbols: readonly S[]): Kind<S> {
  return {
    kind: symbols.join(' | '),
    parse: (given) => symbols.find((symbol) => symbol === given) ?? expected(`one of ${symbols.join(', ')}`),
  };
}
