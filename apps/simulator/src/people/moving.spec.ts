import { Moving } from './moving.js';

const [here, there] = [
  { lat: 40, lng: -74 },
  { lat: 41, lng: -73 },
];

describe('Moving', () => {
  it('stands until it goes, and is there when the time is over', () => {
    const moving = new Moving(here);
    expect(moving.at(5)).toEqual(here);
    expect(moving.isMoving(5)).toBe(false);
    moving.go(there, 1000, 5);
    expect(moving.at(5)).toEqual(here);
    expect(moving.at(505)).toEqual({ lat: 40.5, lng: -73.5 });
    expect(moving.isMoving(1004)).toBe(true);
    expect(moving.at(5000)).toEqual(there);
    expect(moving.isMoving(1005)).toBe(false);
  });
  it('goes on from where it is, and stops there', () => {
    const moving = new Moving(here);
    moving.go(there, 1000, 0);
    moving.go(here, 1000, 500);
    expect(moving.at(1000)).toEqual({ lat: 40.25, lng: -73.75 });
    moving.stop(1000);
    expect(moving.at(9999)).toEqual({ lat: 40.25, lng: -73.75 });
  });
});
