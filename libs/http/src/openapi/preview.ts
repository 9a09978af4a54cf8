import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Service } from '@ride/events';
import { edgeAdapter } from '../adapter.js';
import { HttpModule } from '../http.module.js';
import { documentOf, type Document } from './document.js';

/** The document of a service that is not started: nothing of it is made, so that nothing connects. */
export async function documentOfModule(module: Type, service: Service): Promise<Document> {
  const options = { preview: true, logger: false, abortOnError: false } as const;
  const app = await NestFactory.create<NestFastifyApplication>(
    HttpModule.around(module, service),
    edgeAdapter(),
    options,
  );
  return documentOf(app, service);
}
