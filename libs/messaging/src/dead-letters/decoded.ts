import { catalogue, factByCeType, type AnyFactType, type Schemas } from '@ride/events';
import { errorText } from '../unit/faults.js';
import type { ReadableValue } from './letter.js';

/** The declared fact that a letter is of: by the name written down, else by the type that its headers tell. */
export function typeOf(fact: string, ceType: string | undefined): AnyFactType | undefined {
  const named = catalogue().facts.find(({ type }) => type === fact);
  return named ?? (ceType === undefined ? undefined : factByCeType(ceType));
}

/** A value as JSON; one that can't be read as hex, with the reason. Never throws. */
export async function decoded(
  schemas: Schemas,
  type: AnyFactType | undefined,
  value: Buffer | null,
): Promise<ReadableValue> {
  if (value === null) return { absent: true };
  try {
    if (type === undefined)
      throw new Error('the record does not say which fact it is, or names one that nobody has declared');
    await schemas.prepare([value]);
    return { json: schemas.decode(type, value) };
  } catch (error) {
    return { hex: value.toString('hex'), reason: errorText(error) };
  }
}
