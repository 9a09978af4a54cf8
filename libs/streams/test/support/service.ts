import { Module, type INestMicroservice } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { FactServer, Runtime, ServiceModule } from '@ride/messaging';
import { Streams1764500000000 } from '../../src/index.js';

/** The service that the shops are said to be, on a database that is there: its unit of work, and its relay. */
export async function openService(): Promise<{ readonly runtime: Runtime; readonly app: INestMicroservice }> {
  class NoHandlers {}
  Module({ imports: [ServiceModule.named('booking', { migrations: [Streams1764500000000] })] })(NoHandlers);
  const built = await Test.createTestingModule({ imports: [NoHandlers] }).compile();
  const app = built.createNestMicroservice({ strategy: built.get(FactServer) });
  app.useLogger(false);
  await app.listen();
  return { runtime: built.get(Runtime), app };
}
