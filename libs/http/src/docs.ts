import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** OpenAPI of the service: a page at /docs, the document at /docs-json. */
export function describe(app: INestApplication, service: string): void {
  const about = new DocumentBuilder()
    .setTitle(`Ride: ${service}`)
    .setDescription('Errors are problem details (RFC 9457) with a stable `code`.')
    .setVersion('1')
    .addBearerAuth()
    .build();
  SwaggerModule.setup('docs', app, () => SwaggerModule.createDocument(app, about));
}
