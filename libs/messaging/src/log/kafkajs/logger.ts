import kafkajs, { type logCreator } from 'kafkajs';
import type { Logger } from '../logger.js';

const { logLevel } = kafkajs;

/**
 * kafkajs' own lines in the service's log. Its errors are warnings here, because whoever called it decides what they
 * mean; its "info" tells of joins and stops that this library logs itself.
 */
export const logTo =
  (logger: Logger): logCreator =>
  () =>
  ({ level, namespace, log }) => {
    const { message, timestamp: _, logger: __, ...fields } = log;
    const line = { kafkajs: namespace, ...fields };
    if (level === logLevel.ERROR || level === logLevel.WARN) logger.warn(line, message);
    else logger.debug(line, message);
  };
