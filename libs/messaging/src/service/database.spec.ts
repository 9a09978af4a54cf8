import { forgetSettings } from '@ride/configuration';
import { databaseUrl } from './database.js';

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
  forgetSettings();
});

describe('the address of a service’s database', () => {
  it.each([
    ['postgres://ride:pass@db.example:5432', 'postgres://ride:pass@db.example:5432/t_ride_booking'],
    [
      'postgres://ride@db.example?sslmode=verify-full&sslrootcert=/etc/ca.pem',
      'postgres://ride@db.example/t_ride_booking?sslmode=verify-full&sslrootcert=/etc/ca.pem',
    ],
  ])('is %s with its name, and whatever stands behind it', (server, database) => {
    Object.assign(process.env, { RIDE_NAMESPACE: 't_', RIDE_POSTGRES_URL: server });
    forgetSettings();
    expect(databaseUrl('booking')).toBe(database);
  });
});
