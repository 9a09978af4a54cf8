import { randomBytes } from 'node:crypto';
import { settings } from '@ride/configuration';
import { makeTopics } from '../src/log/admin.js';
import { connect } from '../src/log/connect.js';
import { KafkaTaskLog } from '../src/log/kafka-task-log.js';
import { taskLogSuite } from '../src/testing/support/task-log.suite.js';

let log: KafkaTaskLog | undefined;
taskLogSuite('Kafka', () => {
  const kafka = connect(settings().kafka, 'test');
  log ??= new KafkaTaskLog(kafka);
  const topic = async () => {
    const name = `t${randomBytes(5).toString('hex')}_log`;
    await makeTopics(kafka, [{ name, partitions: 1, replication: 1, config: { 'cleanup.policy': 'compact' } }]);
    return name;
  };
  return Promise.resolve({ log, topic });
});
afterAll(() => log?.close());
