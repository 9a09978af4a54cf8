import type { Health } from '@ride/streams';
import { Standing } from './standing.js';

type Task = Health['tasks'][number];
const task = (id: string, state: Task['state'], done = 0): Task => ({
  ...{ id, state, restored: { done, of: 10 }, streamTime: {}, position: {}, keyless: 0, unusable: 0, lost: undefined },
  lag: { a: 2, b: 3 },
  late: { minutes: 1 },
});

/** An application whose health and clock are told. */
class Told {
  health: Health | undefined;
  now = 1_000;
  readonly standing = new Standing(
    'demand',
    () => this.health,
    () => this.now,
  );

  has(...tasks: readonly Task[]): void {
    this.health = { isMember: true, owner: 'me', tasks };
  }
  codesAfter(milliseconds: number): readonly string[] {
    this.standing.troubles();
    this.now += milliseconds;
    return this.standing.troubles().map(({ code, what }) => `${code}: ${what}`);
  }
}

describe('how an application over streams is', () => {
  it('is no trouble while its tasks run, or open and restore', () => {
    const told = new Told();
    told.has(task('0_1', 'running'), task('0_2', 'opening', 1));
    expect(told.codesAfter(29_000)).toEqual([]);
    told.has(task('0_1', 'running'), task('0_2', 'opening', 2)); // it moves on
    expect(told.codesAfter(29_000)).toEqual([]);
    told.has(task('0_1', 'running'), task('0_2', 'running', 10));
    expect(told.codesAfter(60_000)).toEqual([]);
  });

  it('is in trouble when a task has stood still for 30 s', () => {
    const told = new Told();
    told.has(task('0_1', 'running'), task('0_2', 'dead'));
    expect(told.codesAfter(30_000)).toEqual(['task_not_running: A task of it does not run.']);
  });

  it('is in trouble when it has been in no group for 30 s, also before it was ever started', () => {
    const told = new Told();
    expect(told.codesAfter(29_999)).toEqual([]);
    expect(told.codesAfter(1)).toEqual(['task_not_running: It is not a member of its group.']);
    told.has(task('0_1', 'running'));
    expect(told.codesAfter(60_000)).toEqual([]);
  });

  it('tells how many records wait and came late', () => {
    const told = new Told();
    told.has(task('0_1', 'running'), task('0_2', 'running'));
    expect(told.standing.figures()).toEqual({ 'streams demand': { tasks: 2, lag: 10, late: 2 } });
  });
});
