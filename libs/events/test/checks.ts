// What must not compile, and what must: tsc is the test.
import {
  BookingCreated,
  DriverBecameUnavailable,
  DriverMoved,
  metres,
  oneOf,
  optional,
  place,
  record,
  RideCancelled,
  RideRequested,
  text,
  topic,
  uuid,
  type AnyFactType,
  type DataOf,
  type FactOf,
  type Made,
  type NewFact,
  type Schemas,
} from '../src/index.js';

const demos = topic('demo.v1', { key: 'demoId', cleanup: 'compact', partitions: 1 });
const Demo = demos.fact(
  'Demo',
  { what: 'a demo was given', by: 'rider', change: 'secondary' },
  {
    who: uuid,
    note: optional(text),
    inner: record({ far: metres, where: optional(place) }),
    colour: optional(oneOf('red')),
  },
);
type Demo = FactOf<typeof Demo>;
const inner = { far: 1 };

Demo({ demoId: '1', who: '2', inner });
Demo({ demoId: '1', who: '2', inner: { far: 1, where: { lat: 1, lng: 1 } }, colour: 'red', note: undefined });
// @ts-expect-error no key, no fact
Demo({ who: '2', inner });
// @ts-expect-error a required field is missing
Demo({ demoId: '1', inner });
// @ts-expect-error a field nobody declared
Demo({ demoId: '1', who: '2', inner, nope: 1 });
// @ts-expect-error a nested field nobody declared
Demo({ demoId: '1', who: '2', inner: { far: 1, near: 2 } });
// @ts-expect-error null is not absent
Demo({ demoId: '1', who: '2', inner, note: null });
// @ts-expect-error 'unknown' is only read, also where it may be absent
Demo({ demoId: '1', who: '2', inner, colour: 'unknown' });
// @ts-expect-error an instant is a number
RideRequested({ expiresAt: new Date() });
// @ts-expect-error 'unknown' is only read
DriverBecameUnavailable({ driverId: 'd', reason: 'unknown', version: 1 });
// @ts-expect-error 'unknown' is in every enum already, and declared in none
const colours: Parameters<typeof DriverBecameUnavailable>[0]['reason'] = 'unknown';
// @ts-expect-error the name of a topic ends with its version
topic('demo', { key: 'demoId', cleanup: 'compact', partitions: 1 });
// @ts-expect-error only services say facts
demos.fact('Said', { what: 'x', by: 'simulator', change: 'primary' }, {});

// @ts-expect-error only a declared fact makes one
export const forged: NewFact = { type: 'Demo', topic: 'demo.v1', key: '1', data: {}, fact: Demo };
export const kinds: readonly AnyFactType[] = [Demo, RideRequested, DriverMoved];
export const made: NewFact = Demo({ demoId: '1', who: '2', inner });

export function reads({ type, time, data }: Demo): readonly [string, number, string | undefined, number | undefined] {
  const is: 'Demo' = type;
  // @ts-expect-error what may be absent must be looked at first
  void data.note.length;
  // @ts-expect-error facts are not changed
  data.who = '3';
  return [is, time, data.note, data.inner.where?.lat];
}
export function decides({ data }: FactOf<typeof RideCancelled>): number {
  switch (data.by) {
    case 'rider':
    case 'no_show':
    case 'operator':
    case 'unknown':
      return 1;
  }
}
// @ts-expect-error the reader forgets 'unknown'
export function forgets({ data }: FactOf<typeof RideCancelled>): number {
  switch (data.by) {
    case 'rider':
    case 'no_show':
    case 'operator':
      return 1;
  }
}
export function tells(fact: FactOf<typeof BookingCreated> | FactOf<typeof RideCancelled>): string | undefined {
  // The type tells which data there is.
  return fact.type === 'BookingCreated' ? fact.data.offerId : fact.data.driverId;
}
export function folds(fact: FactOf<typeof Demo> | Made<typeof Demo>): string {
  return fact.data.who;
}
export async function decodes(
  schemas: Schemas,
  bytes: Buffer,
  any: AnyFactType,
): Promise<DataOf<typeof RideRequested>> {
  const unknown: unknown = schemas.decode(any, bytes);
  void unknown;
  // @ts-expect-error of any fact nothing is known
  void schemas.decode(any, bytes).rideId;
  return schemas.decode(RideRequested, bytes);
}
void colours;
