import fc from 'fast-check';
import { assign, type Member } from './assignment.js';

const tasksOf = (count: number) => Array.from({ length: count }, (_, n) => `0_${n}`);
const member = (id: string, has: readonly string[] = [], hasOnDisk: readonly string[] = []): Member => ({
  ...{ id, owner: id, address: undefined, fingerprint: 'f' },
  ...{ has, hasOnDisk },
});

describe('tasks', () => {
  const some = fc.record({
    count: fc.integer({ min: 0, max: 30 }),
    members: fc.uniqueArray(
      fc.record({ id: fc.string({ minLength: 1 }), has: fc.array(fc.nat(40)), disk: fc.array(fc.nat(40)) }),
      {
        ...{ selector: ({ id }) => id, minLength: 1, maxLength: 6 },
      },
    ),
  });

  it('go to one member each, and no member has two more than another', () => {
    fc.assert(
      fc.property(some, ({ count, members }) => {
        const names = (numbers: readonly number[]) => numbers.map((n) => `0_${n}`);
        const assigned = [
          ...assign(
            tasksOf(count),
            members.map(({ id, has, disk }) => member(id, names(has), names(disk))),
          ).values(),
        ];
        expect(assigned.flat().sort()).toEqual(tasksOf(count).sort());
        const sizes = assigned.map(({ length }) => length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('stay where their state is when a member joins or leaves', () => {
    const tasks = tasksOf(12);
    const [first, second] = [tasks.slice(0, 6), tasks.slice(6)];
    const joined = assign(tasks, [member('a', first), member('b', second), member('c')]);
    expect(first).toEqual(expect.arrayContaining([...joined.get('a')!]));
    expect(second).toEqual(expect.arrayContaining([...joined.get('b')!]));
    const left = assign(tasks, [member('a', first), member('c')]);
    expect(left.get('a')).toEqual(first);
  });

  it('of every sub-topology go to every member', () => {
    const tasks = tasksOf(4).flatMap((task) => [task, task.replace('0_', '1_')]);
    const assigned = assign(tasks, [member('a', [...tasks].sort()), member('b')]);
    for (const own of assigned.values()) expect(own.filter((task) => task.startsWith('1_'))).toHaveLength(2);
  });

  it('come back to who has them on disk', () => {
    const tasks = tasksOf(4);
    const assigned = assign(tasks, [member('a', [], ['0_1', '0_3']), member('b', [], ['0_0', '0_2'])]);
    expect([assigned.get('a'), assigned.get('b')]).toEqual([
      ['0_1', '0_3'],
      ['0_0', '0_2'],
    ]);
  });
});
