import type { INestApplication } from '@nestjs/common';
import { SwaggerModule } from '@nestjs/swagger';
import type { Service } from '@ride/events';
import { documentOf } from './openapi/document.js';

/** OpenAPI of the service: a page at /docs, the document at /docs-json. */
export function describe(app: INestApplication, service: Service): void {
  SwaggerModule.setup('docs', app, () => documentOf(app, service));
}
