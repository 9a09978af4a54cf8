import { describeErrors } from '@ride/testing';

describeErrors({
  service: 'console',
  load: () => import('../src/console.module.js').then(({ ConsoleModule }) => ConsoleModule),
  own: {},
});
