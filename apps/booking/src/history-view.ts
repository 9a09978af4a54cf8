import { catalogue, SERVICES, type DomainService } from '@ride/events';
import { isDeepStrictEqual } from 'node:util';
import { viewOf } from './booking-view.js';
import type { Booking } from './booking.state.js';
import { foldedOn, type HistoryEntry } from './history.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * A booking's history as operators see it: each fact with its place in it (`version`), who said it and when, what it says
 * (no places, as in the booking itself), and what it changed of the booking: fields as GET /bookings/:rideId has them
 * after it, null for those that are gone.
 */
export function historyView(rideId: string, history: readonly HistoryEntry[]) {
  let state: Booking = { is: 'unknown' };
  return history.map((entry) => {
    const before = state;
    state = foldedOn(state, entry);
    const { version, type, said, time } = entry;
    const data = entry.data as Fields;
    const changes = changed(seen(rideId, before), seen(rideId, state));
    return {
      version,
      type,
      by: speakerOf(type, data),
      said,
      time: time.toISOString(),
      data: withoutPlaces(type, data),
      changes,
    };
  });
}

function seen(rideId: string, state: Booking): Fields {
  if (state.is === 'unknown') return {};
  const { rideId: _, version, ...fields } = viewOf(rideId, state, 0);
  return fields;
}

function changed(before: Fields, after: Fields): Fields {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changes = [...names].flatMap((name): [string, unknown][] => {
    const [was, is] = [before[name], after[name]];
    if (isDeepStrictEqual(was, is)) return [];
    return [[name, isFields(was) && isFields(is) ? changed(was, is) : (is ?? null)]];
  });
  return Object.fromEntries(changes);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const declarations = new Map(catalogue().facts.map((fact) => [fact.type, fact]));

/** Who may say the fact; where two may, the fact itself tells which of them it was. */
function speakerOf(type: string, data: Fields): DomainService | undefined {
  const by = SERVICES.filter((service) => declarations.get(type)?.by.includes(service));
  if (by.length === 1) return by[0];
  return by.find(
    (service) => service === (data['by'] ?? (data['reason'] === 'search_overdue' ? 'booking' : 'matching')),
  );
}

function withoutPlaces(type: string, data: Fields): Fields {
  const fields = declarations.get(type)?.fields ?? {};
  const isPlace = (name: string) => {
    const shape = fields[name]?.shape;
    return shape?.is === 'record' && shape.name === 'Place';
  };
  return Object.fromEntries(Object.entries(data).filter(([name]) => !isPlace(name)));
}
