import { EVERY_SERVICE, InstanceReported, type Service } from '@ride/events';
import { TROUBLES, Watch, type TroubleCode, type Watched } from '@ride/messaging';

/** It reports each 2 s: without five reports it is taken for dead. */
const SILENT_MS = 10_000;
/** Who has stopped in order is no news for long; who has fallen silent is, until somebody has looked. */
const STOPPED_SHOWN_MS = 60_000;
const SILENT_SHOWN_MS = 900_000;

/** `silent`: nothing was heard of it for 10 s, and it has not said that it stops. */
export const INSTANCE_STATES = ['ready', 'troubled', 'silent', 'stopped'] as const;
/** `silent`: no instance is heard; `troubled`: one that is heard is not ready. */
export const SERVICE_STATES = ['ready', 'troubled', 'silent'] as const;

type InstanceState = (typeof INSTANCE_STATES)[number];
type Reported = Watched<typeof InstanceReported>;
type Counts = Pick<Reported['data'], 'outboxWaiting' | 'failedWaiting' | 'failedDead'>;

/** Which instances there are, as they have told themselves. */
export class Instances {
  readonly #latest = new Map<string, Reported>();
  /** What a service's database held back when it last answered. */
  readonly #counts = new Map<string, Counts>();

  @Watch({ last: SILENT_SHOWN_MS }, InstanceReported)
  see(reports: readonly Reported[]): void {
    for (const report of reports) {
      const { instanceId, service, outboxWaiting, failedWaiting, failedDead } = report.data;
      this.#latest.set(instanceId, report);
      if (outboxWaiting !== undefined) this.#counts.set(service, { outboxWaiting, failedWaiting, failedDead });
    }
  }

  /** Every service, also one of which nothing was heard. */
  services(now = Date.now()) {
    for (const [id, report] of this.#latest) if (isForgotten(report, now)) this.#latest.delete(id);
    const byService = Map.groupBy(this.#latest.values(), ({ data }) => data.service);
    return EVERY_SERVICE.map((name) => this.#service(name, byService.get(name) ?? [], now));
  }

  #service(name: Service, reports: readonly Reported[], now: number) {
    const instances = reports.map((report) => instanceOf(report, now)).toSorted(byStart);
    const alive = instances.filter(({ state }) => state === 'ready' || state === 'troubled');
    const isTroubled = alive.some(({ state }) => state === 'troubled');
    const latest = reports.toSorted((a, b) => a.appendedAt - b.appendedAt).at(-1)?.data;
    const { outboxWaiting = 0, failedWaiting = 0, failedDead = 0 } = this.#counts.get(name) ?? {};
    return {
      name,
      state: alive.length === 0 ? ('silent' as const) : isTroubled ? ('troubled' as const) : ('ready' as const),
      instances,
      outbox: {
        waiting: outboxWaiting,
        refused: latest?.outboxRefused ?? 0,
        oldestSeconds: latest ? latest.outboxOldest : null,
      },
      failed: { waiting: failedWaiting, dead: failedDead },
      breaks: latest?.breaks ?? 0,
    };
  }
}

function isForgotten({ data, appendedAt }: Reported, now: number): boolean {
  return now - appendedAt > (data.state === 'stopped' ? STOPPED_SHOWN_MS : SILENT_SHOWN_MS);
}

function stateOf({ data: { state }, appendedAt }: Reported, now: number): InstanceState {
  if (state === 'stopped') return 'stopped';
  if (now - appendedAt > SILENT_MS) return 'silent';
  // A state that is younger than this console is no good one.
  return state === 'ready' ? 'ready' : 'troubled';
}

function instanceOf(report: Reported, now: number) {
  const { instanceId, host, pid, version, startedAt, troubles, eventLoopDelay, rss } = report.data;
  return {
    ...{ instance: instanceId, host, pid, version },
    startedAt: new Date(startedAt).toISOString(),
    reportedAt: new Date(report.appendedAt).toISOString(),
    state: stateOf(report, now),
    troubles: troubles === '' ? [] : troubles.split(',').map((code) => ({ code, message: meaningOf(code) })),
    eventLoopMs: eventLoopDelay,
    rssBytes: rss,
  };
}

const byStart = (a: { readonly startedAt: string }, b: { readonly startedAt: string }): number =>
  a.startedAt < b.startedAt ? -1 : 1;

/** An instance may be newer than this console. */
function meaningOf(code: string): string {
  return code in TROUBLES ? TROUBLES[code as TroubleCode].means : 'see docs/health.md of its version';
}
