import type { Api, Apps } from '../api/api.js';

export type Role = 'rider' | 'driver' | 'operator';

/** Who a token speaks for, and the apps that they have. */
export interface Person {
  readonly id: string;
  readonly apps: Apps;
}

/** A person whom nobody knows yet, from the development issuer. Throws SimulatorError. */
export async function newPerson(api: Api, role: Role): Promise<Person> {
  const { id, token } = await api.token(role);
  return { id, apps: api.apps(token) };
}
