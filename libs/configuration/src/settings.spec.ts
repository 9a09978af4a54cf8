import { ConfigurationError, forgetSettings, settings, VARIABLES } from './index.js';

function findingsOf(env: Record<string, string>): string[] {
  try {
    settings(env);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.findings.map(({ message }) => message);
  }
  return [];
}

describe('settings', () => {
  it('has a default for everything that local development needs', () => {
    expect(settings({})).toMatchObject({
      env: 'local',
      namespace: '',
      kafka: { brokers: ['127.0.0.1:19092'] },
      postgres: { url: 'postgres://ride:ride@127.0.0.1:15432' },
      identity: { issuer: 'http://127.0.0.1:13009', jwksUrl: undefined, audience: 'ride', roleClaim: 'role' },
      urls: { rider: 'http://127.0.0.1:13001' },
      areasFile: undefined,
      rules: { offerMs: 15_000, radiiMetres: [1000, 2000, 4000, 8000], ratingMs: 7 * 24 * 3600 * 1000 },
      unit: { batch: 1000, partitionsAtOnce: 4 },
    });
  });

  it('derives addresses from ports, unless an address is given', () => {
    expect(settings({ RIDE_KAFKA_PORT: '9999' }).kafka.brokers).toEqual(['127.0.0.1:9999']);
    expect(settings({ RIDE_KAFKA_PORT: '9999', RIDE_KAFKA_BROKERS: 'a:1, b:2' }).kafka.brokers).toEqual(['a:1', 'b:2']);
  });

  it('refuses an unknown RIDE_ variable by name and offers the nearest', () => {
    expect(findingsOf({ RIDE_KAFKA_PROT: '1', PATH: '/bin' })).toEqual([
      'RIDE_KAFKA_PROT is not a setting of Ride. Did you mean RIDE_KAFKA_PORT?',
    ]);
    expect(findingsOf({ RIDE_ENTIRELY_DIFFERENT: '1' })).toEqual([
      'RIDE_ENTIRELY_DIFFERENT is not a setting of Ride. Unset it; docs/configuration.md lists what there is.',
    ]);
  });

  it.each([
    ['RIDE_KAFKA_PORT', '70000', 'a port'],
    ['RIDE_KAFKA_PORT', '12a', 'a port'],
    ['RIDE_NAMESPACE', 'My-Space', 'small letters'],
    ['RIDE_POSTGRES_URL', 'mysql://x', 'postgres://'],
    ['RIDE_KAFKA_BROKERS', 'http://x:1', 'host:port'],
    ['RIDE_CORS_ORIGINS', '*', 'origins'],
    ['RIDE_CORS_ORIGINS', 'https://app.example.com/', 'origins'],
    ['RIDE_RADII_METRES', '2000,1000', 'rising order'],
    ['RIDE_OFFER_MS', '0', '1 or more'],
    ['RIDE_TRIP_TIMEOUT_FACTOR', '0', 'above 0'],
    ['RIDE_TRIP_TIMEOUT_FACTOR', '1e9', 'above 0'],
    ['RIDE_LIMIT_PERSON', '0', '1 or more, or off'],
    ['RIDE_LIMIT_ADDRESS', 'none', '1 or more, or off'],
    ['RIDE_TRUSTED_PROXIES', 'balancer.example', 'none, or IP addresses'],
    ['RIDE_TRUSTED_PROXIES', '10.0.0.0/33', 'none, or IP addresses'],
    ['RIDE_ENV', 'staging', 'local, production'],
  ])('refuses %s=%s by name', (name, value, expected) => {
    expect(findingsOf({ [name]: value })).toEqual([
      expect.stringMatching(new RegExp(`^${name} must be .*${expected}`)),
    ]);
  });

  it('lists everything that is wrong at once', () => {
    expect(findingsOf({ RIDE_NONSENSE_SETTING: '1', RIDE_REDIS_PORT: 'x', RIDE_OFFER_MS: '-1' })).toHaveLength(3);
  });

  it('never shows a secret', () => {
    const given = { RIDE_PIN_SECRET: 'hunter2', RIDE_POSTGRES_URL: 'mysql://ride:hunter2@db' };
    expect(findingsOf(given)).toHaveLength(2);
    expect(findingsOf(given).join()).not.toContain('hunter2');
  });

  it('uses no development secret, issuer or key outside local', () => {
    const missing = findingsOf({ RIDE_ENV: 'production' });
    expect(missing.map((message) => message.split(' ')[0])).toEqual(['RIDE_ISSUER', 'RIDE_PIN_SECRET']);
  });

  it('lets nobody break anything on purpose, unless told to, and in production never', () => {
    expect(settings({}).breaks).toBe(false);
    expect(settings({ RIDE_BREAKS: 'on' }).breaks).toBe(true);
    const production = { RIDE_ENV: 'production', RIDE_ISSUER: 'https://id.example', RIDE_PIN_SECRET: 'x'.repeat(16) };
    expect(settings(production).breaks).toBe(false);
    expect(findingsOf({ ...production, RIDE_BREAKS: 'on' })).toEqual([
      expect.stringMatching(/^RIDE_BREAKS must be off when RIDE_ENV is production/),
    ]);
  });

  it('limits people and addresses unless that is off, and trusts those proxies that it is told of', () => {
    expect(settings({})).toMatchObject({ limits: { person: 600, address: 3000 }, trustedProxies: [] });
    expect(settings({ RIDE_LIMIT_PERSON: 'off' }).limits.person).toBeNull();
    expect(settings({ RIDE_TRUSTED_PROXIES: '10.0.0.0/8, fd00::1' }).trustedProxies).toEqual(['10.0.0.0/8', 'fd00::1']);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(settings({ RIDE_KAFKA_PORT: '' }).ports.kafka).toBe(19092);
  });

  it('documents every variable', () => {
    expect(VARIABLES.filter(({ what, kind }) => what === '' || kind === '')).toEqual([]);
  });

  it('reads the process’s environment again when its namespace changes', () => {
    const before = settings();
    process.env['RIDE_NAMESPACE'] = 'other_';
    expect(settings().namespace).toBe('other_');
    expect(settings()).toBe(settings());
    delete process.env['RIDE_NAMESPACE'];
    forgetSettings();
    expect(settings()).toEqual(before);
  });
});
