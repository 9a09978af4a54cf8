import type { Type } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ServiceUnderTest } from '../service-under-test.js';

/** Does something while another session of the service's database has run the statement and not ended its transaction. */
export async function whileAnotherHas<T>(
  service: ServiceUnderTest,
  statement: string,
  work: () => Promise<T>,
): Promise<T> {
  const session = service.get(DataSource as unknown as Type<DataSource>).createQueryRunner();
  await session.startTransaction();
  try {
    await session.query(statement);
    return await work();
  } finally {
    await session.rollbackTransaction();
    await session.release();
  }
}
