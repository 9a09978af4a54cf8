import { count, cut, plain, table } from './table.js';

describe('a table', () => {
  const columns = [{ title: 'ID', right: true }, { title: 'KEY', cuttable: true }, { title: 'CODE' }];
  it('has a line a row, as wide as what stands in it', () => {
    expect(table(columns, [{ cells: ['7', 'a', 'late'] }, { cells: ['12', 'bcd', 'x'], below: 'why' }], 100)).toEqual([
      'ID  KEY  CODE',
      ' 7  a    late',
      '12  bcd  x',
      '    why',
    ]);
  });
  it('is no wider than it may be', () => {
    const lines = table(columns, [{ cells: ['7', 'k'.repeat(200), 'late'], below: 'e'.repeat(300) }], 60);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(60);
    expect(lines[1]).toMatch(/^ 7 {2}k+… {2}late$/);
  });
  it('shows nothing that would steer the terminal', () => {
    expect(plain('a\u001b[31mb\nc\u202Ed')).toBe('a [31mb c d');
    const shown = table(columns, [{ cells: ['1', '\u001b[2J', 'x'], below: 'a\r\nb' }], 100).join('');
    expect(shown).not.toMatch(/\p{Cc}/u);
    expect(cut('abcdef', 4)).toBe('abc…');
  });
  it('counts in words', () => {
    expect([count(1, 'key'), count(10_000, 'key'), count(2, 'fact has', 'facts have')]).toEqual([
      '1 key',
      '10,000 keys',
      '2 facts have',
    ]);
  });
});
