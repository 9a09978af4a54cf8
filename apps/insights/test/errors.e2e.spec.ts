import { cellOf } from '@ride/geo';
import { describeErrors, eventually } from '@ride/testing';

describeErrors({
  service: 'insights',
  load: () => import('../src/insights.module.js').then(({ InsightsModule }) => InsightsModule),
  own: {
    // Another instance has taken some of the cells, and the question was passed on once already.
    state_moving: async (service) => {
      const other = await service.another();
      const [token, headers] = [await service.token('operator'), { 'x-ride-forwarded': '1' }];
      const cells = Array.from({ length: 40 }, (_, n) => cellOf({ lat: 40.6 + n / 100, lng: -73.98 }));
      const ask = (cell: string) => service.request('GET', `/demand?cell=${cell}`, { token, headers });
      const first = async () => (await Promise.all(cells.map(ask))).find(({ status }) => status === 503);
      const moved = await eventually('a cell that another has', first, (answer) => answer !== undefined);
      await other.app.close();
      return moved!;
    },
  },
});
