import { whyRefused } from './webhook-url.js';

const why = (url: string, addresses: 'public' | 'any' = 'public') => whyRefused(new URL(url), addresses);

describe('a webhook can’t be at', () => {
  const refused = {
    'It begins with http://.': ['http://93.184.216.34/'],
    'It begins with ftp://.': ['ftp://93.184.216.34/'],
    'It has a user name or a password.': ['https://ada:secret@93.184.216.34/', 'https://ada@93.184.216.34/'],
    'Its host is at no public address, or not only.': [
      ...[
        'https://127.0.0.1/',
        'https://localhost/',
        'https://localhost./',
        'https://[::1]/',
        'https://10.0.0.1:8443/',
      ],
      ...['https://169.254.169.254/latest/meta-data', 'https://[::ffff:7f00:1]/', 'https://[fd00:ec2::254]/'],
      // Other ways to write 127.0.0.1.
      ...['https://2130706433/', 'https://0x7f.1/', 'https://0177.0.0.1/', 'https://127.1/', 'https://１２７.0.0.1/'],
    ],
  };
  describe.each(Object.entries(refused))('%s', (reason, urls) => {
    it.each(urls)('%s', async (url) => expect(await why(url)).toBe(reason));
  });

  it.each(['https://ada:secret@127.0.0.1/', 'ftp://127.0.0.1/', 'file:///etc/passwd'])(
    '%s, though any address is allowed',
    async (url) => expect(await why(url, 'any')).toBeDefined(),
  );
});

describe('a webhook can be at', () => {
  it('a public address, over https', async () => {
    expect(await why('https://93.184.216.34:8443/hook?for=ada')).toBeUndefined();
  });

  it.each(['http://127.0.0.1:9000/', 'https://localhost/', 'http://[::1]/'])('%s where any is allowed', async (url) =>
    expect(await why(url, 'any')).toBeUndefined(),
  );
});
