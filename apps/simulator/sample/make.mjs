// Makes trips.csv, which comes with the simulator: `node apps/simulator/sample/make.mjs`. Nobody's trips: a morning that
// looks like New York's (where trips begin, how long they are, how fast they go, how they come in bursts), from a seed.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SEED = 20130301;
const TRIPS = 400;
const BEGIN = Date.parse('2013-03-01T08:00:00Z');
const SECONDS_BETWEEN = 4.5;
const CITY = { south: 40.58, north: 40.9, west: -74.03, east: -73.76 };

/** Neighbourhoods: centre, spread in degrees, share of the trips that begin there. */
const PLACES = [
  { lat: 40.752, lng: -73.988, spread: 0.008, share: 28 }, // Midtown West
  { lat: 40.756, lng: -73.972, spread: 0.007, share: 24 }, // Midtown East
  { lat: 40.772, lng: -73.958, spread: 0.007, share: 20 }, // Upper East Side
  { lat: 40.783, lng: -73.977, spread: 0.007, share: 14 }, // Upper West Side
  { lat: 40.733, lng: -73.997, spread: 0.006, share: 18 }, // Village
  { lat: 40.712, lng: -74.01, spread: 0.005, share: 8 }, // Downtown
  { lat: 40.802, lng: -73.951, spread: 0.008, share: 5 }, // Harlem
  { lat: 40.704, lng: -73.94, spread: 0.012, share: 3 }, // Brooklyn
  { lat: 40.771, lng: -73.874, spread: 0.002, share: 2 }, // LaGuardia
];

let state = SEED;
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const within = (value, least, most) => Math.min(most, Math.max(least, value));

function place() {
  let left = random() * PLACES.reduce((sum, { share }) => sum + share, 0);
  const found = PLACES.find(({ share }) => (left -= share) < 0) ?? PLACES[0];
  return {
    lat: within(found.lat + normal() * found.spread, CITY.south, CITY.north),
    lng: within(found.lng + normal() * found.spread * 0.8, CITY.west, CITY.east),
  };
}

function metres(a, b) {
  const lat = (b.lat - a.lat) * 111_195;
  const lng = (b.lng - a.lng) * 111_195 * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(lat, lng);
}

function trip() {
  for (;;) {
    const [from, to] = [place(), place()];
    const straight = metres(from, to);
    if (straight < 500 || straight > 12_000) continue;
    const distance = Math.round(straight * within(1.3 + normal() * 0.12, 1.05, 1.8));
    const metresPerSecond = within((2.6 + distance / 3_500) * Math.exp(normal() * 0.25), 1.5, 14);
    return { from, to, distance, duration: Math.max(60, Math.round(distance / metresPerSecond)) };
  }
}

const local = (ms) => new Date(ms).toISOString().slice(0, 19);
const rows = [
  'request_id,pickup_time,dropoff_time,duration_s,distance_m,pickup_lat,pickup_lon,dropoff_lat,dropoff_lon',
];
let at = BEGIN;
for (let id = 1; id <= TRIPS; id++) {
  const { from, to, distance, duration } = trip();
  const start = Math.round(at / 1000) * 1000;
  const places = [from.lat, from.lng, to.lat, to.lng].map((degrees) => degrees.toFixed(6));
  rows.push([id, local(start), local(start + duration * 1000), duration, distance, ...places].join(','));
  at += -Math.log(1 - random()) * SECONDS_BETWEEN * 1000;
}
writeFileSync(join(import.meta.dirname, 'trips.csv'), `${rows.join('\n')}\n`);
