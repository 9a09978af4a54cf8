import { claimsOf, rolesAt } from './role.js';

describe('a token’s role', () => {
  const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  const token = (claims: object) => `e30.${base64(JSON.stringify(claims))}.x`;

  it('is read from the token', () => {
    expect(claimsOf(token({ role: 'operator', name: 'Zoë' }))).toEqual({ role: 'operator', name: 'Zoë' });
  });
  it.each(['opaque', 'a.b.c', `e30.${btoa('7')}.x`])('is none in %s', (text) => {
    expect(claimsOf(text)).toBeUndefined();
  });
  it.each([
    [{ role: 'operator' }, 'role'],
    [{ realm: { roles: ['x', 'operator'] } }, 'realm.roles'],
    [{ 'https://ride.example/role': 'operator' }, 'https://ride.example/role'],
  ])('stands in %j at %s', (claims, path) => expect(rolesAt(claims, path)).toEqual(['operator']));
  it('is none where it is not', () => expect(rolesAt({ role: 'king' }, 'role')).toEqual([]));
});
