import { personOf, roleAt } from './claims.js';

describe('the person of a token', () => {
  it('is its sub, where that is a UUID', () => {
    expect(personOf('https://id', '0198A0F0-0000-7000-8000-000000000001')).toBe('0198a0f0-0000-7000-8000-000000000001');
  });
  it('is a UUID that follows from issuer and sub, where the provider calls people otherwise', () => {
    const person = personOf('https://id', 'auth0|5f7c8ec7c33c6c004bbafe82');
    expect(person).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(personOf('https://id', 'auth0|5f7c8ec7c33c6c004bbafe82')).toBe(person);
    expect(personOf('https://id', 'auth0|other')).not.toBe(person);
    expect(personOf('https://other', 'auth0|5f7c8ec7c33c6c004bbafe82')).not.toBe(person);
  });
});

describe('the role of a token', () => {
  it.each([
    ['a claim', { role: 'rider' }, 'role', 'rider'],
    ['a claim with dots in its name', { 'https://ride.example/role': 'driver' }, 'https://ride.example/role', 'driver'],
    ['a list inside a claim', { realm_access: { roles: ['offline', 'operator'] } }, 'realm_access.roles', 'operator'],
    ['no claim', { groups: ['rider'] }, 'role', undefined],
    ['no object where the path leads', { realm_access: 'rider' }, 'realm_access.roles', undefined],
    ['another role', { role: 'admin' }, 'role', undefined],
    ['two of ours', { roles: ['rider', 'driver'] }, 'roles', undefined],
  ])('in %s', (_, claims, path, role) => {
    expect(roleAt(claims, path)).toBe(role);
  });
});
