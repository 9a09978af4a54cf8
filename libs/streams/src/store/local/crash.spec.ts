import fc from 'fast-check';
import { MemoryTaskLog } from '../../testing/support/memory-task-log.js';
import { CHANGELOG, Disks, TestOwner } from './support/owner.js';

interface Step {
  readonly key: string;
  readonly value: number | null;
  readonly outputs: number;
  /** Where the owner dies in this step. */
  readonly dies: 'nowhere' | 'before the append' | 'after the append' | 'in the outputs';
  readonly compacts: boolean;
}
const steps = fc.array(
  fc.record<Step>({
    key: fc.constantFrom('x', 'y', 'z'),
    value: fc.option(fc.nat(9)),
    outputs: fc.nat(2),
    dies: fc.constantFrom('nowhere', 'nowhere', 'before the append', 'after the append', 'in the outputs'),
    compacts: fc.boolean(),
  }),
  { minLength: 1, maxLength: 15 },
);

/** A task whose input is the steps, and whose state is what they add up to: every step once, however often its owner dies. */
class Story {
  readonly log = new MemoryTaskLog();
  readonly sent = new Set<string>();
  owner!: TestOwner;
  #dies: Step['dies'] = 'nowhere';

  constructor(
    private readonly all: readonly Step[],
    private readonly disks: Disks | undefined,
  ) {}

  async tell(): Promise<void> {
    await this.#open();
    const died = new Set<number>();
    while ((this.owner.position ?? 0) < this.all.length) {
      const at = this.owner.position ?? 0;
      try {
        await this.#step(at, died);
      } catch {
        if (this.all[at]?.compacts) this.log.compact(CHANGELOG);
        await this.#open();
      }
    }
  }

  async #step(at: number, died: Set<number>): Promise<void> {
    const { key, value, outputs, dies } = this.all[at]!;
    this.#dies = died.has(at) ? 'nowhere' : dies;
    died.add(at);
    const before = (this.owner.state.get(key) as number | undefined) ?? 0;
    const after = value === null ? undefined : before + value;
    await this.owner.commit(
      at + 1,
      { [key]: after },
      Array.from({ length: outputs }, (_, n) => `${at}.${n}`),
    );
    if (after === undefined) this.owner.state.delete(key);
    else this.owner.state.set(key, after);
    this.owner.restored = {
      position: { ...this.owner.restored?.position, inputs: { in: at + 1 } } as never,
      records: 0,
    };
  }

  async #open(): Promise<void> {
    this.#dies = 'nowhere';
    this.log.onAppend = (when) => {
      if (this.#dies === `${when} the append`) throw new Error('killed');
    };
    const disk = this.disks && (this.disk ??= await this.disks.open());
    this.owner = new TestOwner('owner', {
      log: this.log,
      ...(disk && { disk }),
      send: (outputs) => {
        for (const [n, output] of outputs.entries()) {
          if (this.#dies === 'in the outputs' && n === 1) return Promise.reject(new Error('killed'));
          this.sent.add((output as { key: string }).key);
        }
        return this.#dies === 'in the outputs' ? Promise.reject(new Error('killed')) : Promise.resolve();
      },
    });
    await this.owner.open();
  }
  private disk: Awaited<ReturnType<Disks['open']>> | undefined;
}

function straight(all: readonly Step[]) {
  const state = new Map<string, number>();
  const sent: string[] = [];
  for (const [at, { key, value, outputs }] of all.entries()) {
    if (value === null) state.delete(key);
    else state.set(key, (state.get(key) ?? 0) + value);
    for (let n = 0; n < outputs; n += 1) sent.push(`${at}.${n}`);
  }
  return { state: Object.fromEntries(state), sent };
}

describe('a story with deaths', () => {
  it.each(['the log alone', 'a disk'])('ends as the one without: no step lost, none twice, by %s', async (by) => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const disks = by === 'a disk' ? await Disks.make() : undefined;
        const story = new Story(all, disks);
        await story.tell();
        const next = await new TestOwner('next', { log: story.log }).open();
        const expected = straight(all);
        expect(Object.fromEntries(next.state)).toEqual(expected.state);
        expect([...story.sent].sort()).toEqual(expected.sent.sort());
        await disks?.remove();
      }),
      { numRuns: by === 'a disk' ? 60 : 300 },
    );
  });
});
