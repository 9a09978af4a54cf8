import { factByCeType, type Shape } from '@ride/events';

type Values = Readonly<Record<string, unknown>>;

/** Names and contacts stand on these topics only; of their facts a journey has who it was about, and the version. */
const OF_PEOPLE = ['riders.v1', 'drivers.v1'];
const OF_PEOPLE_KEPT = ['riderId', 'driverId', 'version'];

/** The data of a fact without names, contacts and places: a journey is looked at by many, and kept for long. */
export function withoutPersonal(topic: string, ceType: string, data: Values): Values {
  const fields = factByCeType(ceType)?.fields ?? {};
  const isKept = (name: string): boolean =>
    OF_PEOPLE.includes(topic) ? OF_PEOPLE_KEPT.includes(name) : !isPlace(fields[name]?.shape);
  return Object.fromEntries(Object.entries(data).filter(([name]) => isKept(name)));
}

function isPlace(shape: Shape | undefined): boolean {
  if (shape === undefined) return false;
  if (shape.is === 'optional') return isPlace(shape.of);
  return shape.is === 'record' && shape.name === 'Place';
}
