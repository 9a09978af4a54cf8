export { calendarDays, calendarMonths, calendarWeeks, type ZoneOf } from './windows/calendar.js';
export { hopping, tumbling } from './windows/fixed.js';
export { days, hours, minutes, seconds, type Window, type Windows } from './windows/window.js';
export type { Building, Flow, Results, Table, Windowed } from './topology/builder.js';
export { streams, type Streams } from './streams.js';
export { TopologyRefused, type RefusalCode } from './topology/refused.js';
export type { Preload, StoreKind, Topology } from './topology/node.js';
export { testStreams, type TestStreams } from './testing/test-streams.js';
