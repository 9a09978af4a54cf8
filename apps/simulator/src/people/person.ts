import type { Api } from '../api/api.js';
import { Token } from '../api/shapes.js';

export type Role = 'rider' | 'driver' | 'operator';

/** Who a token speaks for. */
export interface Person {
  readonly id: string;
  readonly token: string;
}

/** A person whom nobody knows yet, from the development issuer. Throws Refusal or SimulatorError. */
export async function newPerson(api: Api, role: Role): Promise<Person> {
  const { access_token: token, sub: id } = await api.get(
    'issuer',
    { method: 'POST', path: '/token', body: { role } },
    Token,
  );
  return { id, token };
}
