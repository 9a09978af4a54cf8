import { cellOf, isCell } from './cell.js';

describe('a cell', () => {
  it('is the H3 cell of resolution 8', () => {
    expect(cellOf({ lat: 40.758, lng: -73.9855 })).toBe('882a100d67fffff');
  });

  it('is the same for places that are near, another one for places a mile apart', () => {
    const here = cellOf({ lat: 40.758, lng: -73.9855 });
    expect(cellOf({ lat: 40.7581, lng: -73.9856 })).toBe(here);
    expect(cellOf({ lat: 40.7725, lng: -73.9855 })).not.toBe(here);
  });

  it('is told from other texts, and from cells of another size', () => {
    expect(isCell('882a100d67fffff')).toBe(true);
    for (const other of [
      '',
      '882a100d67ffff',
      '892a100d67bffff',
      '88zzzzzzzzzzzzz',
      '88ffffffffffffff',
      '880000000000000',
    ])
      expect(isCell(other)).toBe(false);
  });
});
