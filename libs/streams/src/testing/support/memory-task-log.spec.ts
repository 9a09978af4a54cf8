import { MemoryTaskLog } from './memory-task-log.js';
import { taskLogSuite } from './task-log.suite.js';

taskLogSuite('in memory', () => {
  const log = new MemoryTaskLog();
  return Promise.resolve({ log, topic: () => Promise.resolve('topic') });
});
