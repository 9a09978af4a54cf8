import type { Percentiles } from './percentiles.js';
import type { Counts, Story } from './story.js';
import type { Summary } from './summary.js';

const SHOWN = 20;

/** A run's summary as a person reads it. */
export function reportOf(summary: Summary): string {
  const { rides, waits, httpRequests, facts, failures } = summary;
  const rows: [string, string][] = [
    ['Rides', `${rides.completed} completed, ${rides.cancelled} cancelled, ${rides.unfulfilled} unfulfilled`],
    ...(rides.unended > 0 ? ([['', `${rides.unended} had not ended for their riders`]] as [string, string][]) : []),
    ...chapters(facts.story),
    ['Receipts', receipts(summary)],
    ['Request → offer', inMs(waits.offer)],
    [
      '  driver near',
      `${inMs(waits.offerDriverNear)}  (more free drivers within the first radius than rides that wait for one)`,
    ],
    ['Request → booking', inMs(waits.booking)],
    ['Request → aboard', inMs(waits.pickup)],
    ['  simulated', inMinutes(waits.pickupSimulatedSeconds)],
    ['Ride requests', `${rate(summary.rideRequestsPerSecond)}/s while they came`],
    [
      'HTTP requests',
      `${rate(httpRequests.perSecond)}/s (${httpRequests.count} in all, ${httpRequests.repeats} repeats)`,
    ],
    ['Facts of rides', `${rate(facts.perSecond)}/s (${factsIn(summary)})`],
    ['Positions', `${rate(summary.positions / summary.seconds)}/s`],
    ['Duration', `${summary.seconds.toFixed(1)} s at speed ${summary.speed} with ${summary.drivers} drivers`],
    ['Failures', listed(failures)],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const table = rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`);
  return ['', ...table, '', ...reconciled(summary)].join('\n');
}

/** A line for each chapter in which something happened. */
function chapters(story: Story): [string, string][] {
  const lines: readonly (readonly [string, Counts])[] = [
    ['  completed', story.completed],
    ['  cancelled', story.cancelled],
    ['  unfulfilled', story.unfulfilled],
    ['Bookings', story.bookings],
    ['Offers', story.offers],
    ['Acceptances refused', story.acceptancesRefused],
    ['Wishes to cancel refused', story.wishesRefused],
  ];
  return lines.flatMap(([name, counts]) => {
    const told = Object.entries(counts).sort(([, a], [, b]) => b - a);
    return told.length === 0 ? [] : [[name, told.map(([what, n]) => `${n} ${what}`).join('; ')]];
  });
}

function reconciled({ reconciliation }: Summary): string[] {
  const { rides, reconciled, disagreements, undelivered, ok } = reconciliation;
  if (ok) {
    return [
      `Reconciled: all five services agree on how each of ${rides} rides ended, once; nothing is left to deliver.`,
    ];
  }
  return [
    `NOT RECONCILED: ${reconciled} of ${rides} rides.`,
    ...undelivered.map((what) => `  ${what}`),
    ...disagreements.slice(0, SHOWN).map(({ rideId, answers }) => `  ${rideId}  ${answersIn(answers)}`),
    ...(disagreements.length > SHOWN ? [`  and ${disagreements.length - SHOWN} more rides`] : []),
  ];
}

function answersIn(answers: Readonly<Record<string, string>>): string {
  return Object.entries(answers)
    .map(([who, what]) => `${who}: ${what}`)
    .join(', ');
}

function receipts({ receipts: { count, minor } }: Summary): string {
  const sums = Object.entries(minor).map(([currency, amount]) => money(amount, currency));
  return [String(count), ...sums].join(', ');
}

/** Minor units as people write them. */
export function money(minor: number, currency: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

function factsIn({ facts, reconciliation }: Summary): string {
  const all = facts.ofRides >= reconciliation.rides;
  return `${facts.count} on rides.v1, by booking’s history of ${all ? 'every ride' : `${facts.ofRides} rides, scaled up`}`;
}

function inMs(of: Percentiles | undefined): string {
  if (of === undefined) return 'none';
  const ms = (value: number) => `${Math.round(value).toLocaleString('en')} ms`;
  return `p50 ${ms(of.p50)}, p90 ${ms(of.p90)}, p99 ${ms(of.p99)} (${of.count})`;
}

function inMinutes(of: Percentiles | undefined): string {
  if (of === undefined) return 'none';
  const minutes = (seconds: number) => `${(seconds / 60).toFixed(1)} min`;
  return `p50 ${minutes(of.p50)}, p90 ${minutes(of.p90)}, p99 ${minutes(of.p99)}`;
}

function rate(perSecond: number): string {
  return perSecond.toFixed(perSecond < 10 ? 1 : 0);
}

function listed(failures: Readonly<Record<string, number>>): string {
  const each = Object.entries(failures).map(([code, count]) => `${count} × ${code}`);
  return each.length === 0 ? 'none' : each.join(', ');
}
