import { KafkaTaskLog } from '../../src/log/kafka-task-log.js';

/** Stops this process once, right before it appends a commit of at least so many records to a changelog; tells when it stops, and when it has woken and tried. */
export function stopBeforeAppend(records: number, tell: (what: 'stops' | 'has appended') => Promise<void>): void {
  const { append } = KafkaTaskLog.prototype;
  let hasStopped = false;
  KafkaTaskLog.prototype.append = async function (...args): Promise<number> {
    const [topic, , batch] = args;
    if (!hasStopped && topic.endsWith('-changelog') && batch.length >= records) {
      hasStopped = true;
      await tell('stops');
      process.kill(process.pid, 'SIGSTOP');
      return append.apply(this, args).finally(() => tell('has appended'));
    }
    return append.apply(this, args);
  };
}
