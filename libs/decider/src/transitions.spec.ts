import type { Decider } from './decider.js';
import { rejections } from './rejected.js';
import { transitionsIn, transitionsOf } from './transitions.js';

const rejected = rejections({ locked: 'Unlock it first.' });
type Door = { readonly is: 'shut' | 'open' | 'locked'; readonly since: number; readonly turns: number };
type Fact = { readonly type: 'Opened' | 'Shut' | 'Locked' | 'Knocked'; readonly data: object };
const say = (type: Fact['type']): Fact => ({ type, data: {} });
/** Opens when somebody knocks, unless it is locked; shuts by itself after a minute; counts how often it was turned. */
const door: Decider<Door, 'lock' | 'open', Fact, Fact> = {
  initial: { is: 'shut', since: 0, turns: 0 },
  decide: ({ is }, wish) => {
    if (wish === 'lock') return is === 'shut' ? [say('Locked')] : [];
    if (is === 'locked') throw rejected.locked();
    return [say('Opened')];
  },
  react: ({ is }, { type }) => (type === 'Knocked' && is === 'shut' ? [say('Opened')] : []),
  evolve: (was, { type }, since) => {
    const turned = { since, turns: was.turns + 1 };
    switch (type) {
      case 'Opened':
        return { is: 'open', ...turned };
      case 'Shut':
        return { is: 'shut', ...turned };
      case 'Locked':
        return { is: 'locked', ...turned };
      case 'Knocked':
        return was;
    }
  },
  deadline: { at: ({ is, since }) => (is === 'open' ? since + 60 : null), passed: () => [say('Shut')] },
};
const world = {
  kindOf: ({ is }: Door) => is,
  keyOf: ({ is, since }: Door) => `${is} ${since}`,
  commands: { 'a turn of the key': 'lock', 'a push': 'open' } as const,
  facts: { Knocked: say('Knocked') },
  times: [0, 100],
};

it('a policy’s life is found by doing everything to it', () => {
  expect(transitionsOf(door, world).map(({ from, by, to }) => `${from}, ${by}: ${to}`)).toEqual([
    'open, deadline: shut',
    'shut, Knocked: open',
    'shut, a push: open',
    'shut, a turn of the key: locked',
  ]);
});

it('a policy that counts up is told from one that has many states', () => {
  const { keyOf: _, ...endless } = world;
  expect(() => transitionsOf(door, endless)).toThrow('counts up');
});

it('a bug in a policy is no refusal', () => {
  const broken = {
    ...door,
    decide: () => {
      throw new TypeError('a bug');
    },
  };
  expect(() => transitionsOf(broken, world)).toThrow('a bug');
});

it('a life that is told in a table is read from it', () => {
  const page = `# Doors

## A window’s life

| from | by | to |
| --- | --- | --- |
| shut | wind | broken |

## A door’s life

In words.

| from | by | to | test |
| ---- | -- | -- | ---- |
| shut | Knocked | open | [knock](x.ts) |
| open | deadline | shut | [slam](x.ts) |

### Hinges

| from | by | to |
| --- | --- | --- |
| dry | oil | wet |
`;
  expect(transitionsIn(page, '## A door’s life')).toEqual([
    { from: 'open', by: 'deadline', to: 'shut' },
    { from: 'shut', by: 'Knocked', to: 'open' },
  ]);
  expect(transitionsIn(page, '## Nobody’s life')).toEqual([]);
});
