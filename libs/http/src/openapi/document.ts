import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ModulesContainer } from '@nestjs/core';
import type { Service } from '@ride/events';
import { z } from 'zod';
import { commonRefusals, unroutedRefusals } from './common-refusals.js';
import { ALWAYS, HEADERS, headersNamed, KEYS, LIMITS, type HeaderName } from './headers.js';
import { perMinute, type Limited } from '../limits/limit.js';
import type { Answer, Operation } from './operation.js';
import type { Problem } from '../problem.js';
import { ProblemResponses } from './problem-responses.js';
import { routesOf, type Route } from './described.js';
import { Schemas, type JsonSchema } from './schemas.js';

/** A service's OpenAPI document. */
export type Document = OpenAPIObject;
type DocumentedOperation = NonNullable<Document['paths'][string]['get']>;

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** The OpenAPI document of an application: paths and what is sent as Nest has them, the rest as each route's @Operation states. */
export function documentOf(app: INestApplication, service: Service): Document {
  const schemas = new Schemas();
  const problems = new ProblemResponses(schemas);
  const routes = new Map(routesOf(app.get(ModulesContainer)).map((route) => [route.name, route]));
  const document = SwaggerModule.createDocument(app, about(service, [...routes.values()]), {
    operationIdFactory: (controller, method) => `${controller}.${method}`,
    autoTagControllers: false,
    standardSchemaConverter: (schema, { schemaType }) => ({ schema: schemas.of(schema as z.ZodType, schemaType) }),
  });
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const found = path[method];
      const route = routes.get(found?.operationId ?? '');
      if (found && route?.operation) path[method] = complete(found, method, route, { schemas, problems });
    }
  }
  problems.of(unroutedRefusals);
  problems.addSchema();
  const { securitySchemes } = document.components ?? {};
  const components = {
    securitySchemes,
    headers: HEADERS,
    responses: sorted(problems.components),
    schemas: sorted(schemas.components),
  };
  const info = { ...document.info, description: descriptionOf(problems.known) };
  return { ...document, info, components } as unknown as Document;
}

function descriptionOf(known: readonly Problem[]): string {
  const rows = known.map(({ code, status, detail }) => `| \`${code}\` | ${status} | ${detail} |`);
  return [
    'Fields that you don’t know may come: leave them be. Every error is a problem (RFC 9457), of which `code` is stable.',
    ['| code | status | what to do |', '| --- | --- | --- |', ...rows].join('\n'),
  ].join('\n\n');
}

function about(service: Service, routes: readonly Route[]) {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(`Ride: ${service}`)
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/')
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'an access token of the issuer' },
      'bearer',
    );
  const tags = new Map(routes.flatMap(({ tag }) => (tag ? [[tag.name, tag.description] as const] : [])));
  for (const [name, description] of tags) builder.addTag(name, description);
  return builder.build();
}

interface Parts {
  readonly schemas: Schemas;
  readonly problems: ProblemResponses;
}

function complete(
  { parameters = [], requestBody }: DocumentedOperation,
  method: string,
  { operation, allowed, tag, name, ofKeys, limited }: Route,
  { schemas, problems }: Parts,
): DocumentedOperation {
  const common = commonRefusals({
    method,
    allowed,
    hasBody: requestBody !== undefined,
    hasParameters: parameters.length > 0,
    ofKeys,
    isLimited: limited !== null,
  });
  const always = [...ALWAYS, ...(ofKeys === 'needs one' ? KEYS : []), ...(limited === null ? [] : LIMITS)];
  const {
    refuses = [],
    problemsShow,
    answers = {},
    headers = {},
    ...told
  } = operation ?? ({ id: name } as Partial<Operation>);
  const asked = [...parameters, ...Object.entries(headers).map(headerAsked)];
  const roles = allowed === undefined || allowed === 'everyone' ? [] : [{ bearer: [...allowed] }];
  const responses = {
    ...Object.fromEntries(
      Object.entries(answers).map(([status, answer]) => [status, answered(answer, schemas, always)]),
    ),
    ...problems.of([...common, ...refuses], problemsShow),
  };
  return {
    operationId: told.id,
    ...(told.summary !== undefined && { summary: told.summary }),
    ...described(told.description, limited),
    ...(tag && { tags: [tag.name] }),
    security: roles,
    ...(asked.length > 0 && { parameters: asked }),
    ...(requestBody && { requestBody: bodyAsked(requestBody) }),
    responses,
  } as DocumentedOperation;
}

function headerAsked([name, { description, required = false }]: [string, { description: string; required?: boolean }]) {
  return { name, in: 'header', required, description, schema: { type: 'string' } } as const;
}

/** A body whose schema has a default may be left out. */
function bodyAsked(requestBody: NonNullable<DocumentedOperation['requestBody']>) {
  if ('$ref' in requestBody) return requestBody;
  const schema = requestBody.content['application/json']?.schema;
  return { ...requestBody, required: schema === undefined || !('default' in schema) };
}

function described(description: string | undefined, limited: Limited | undefined) {
  const most = typeof limited === 'number' ? perMinute(limited) : null;
  const limit = most === null ? undefined : `A person may do it ${most} times a minute, unless configured otherwise.`;
  const said = [description, limit].filter((text) => text !== undefined);
  return said.length > 0 ? { description: said.join(' ') } : {};
}

function answered(
  { description, body, example, headers = {}, events }: Answer,
  schemas: Schemas,
  always: readonly HeaderName[],
): JsonSchema {
  const told = Object.entries(headers).map(([name, what]) => [name, { description: what, schema: { type: 'string' } }]);
  return {
    description,
    headers: { ...headersNamed(always), ...Object.fromEntries(told) },
    ...(events && { content: { 'text/event-stream': { schema: streamed(events, schemas) } } }),
    ...(body && {
      content: {
        'application/json': { schema: schemas.of(body, 'output'), ...(example !== undefined && { example }) },
      },
    }),
  };
}

/** OpenAPI 3.1 knows no streams: as 3.2's itemSchema the schema is of each event, and LiveEvents has its data by its type. */
function streamed(events: NonNullable<Answer['events']>, schemas: Schemas): JsonSchema {
  const data = Object.entries(events).map(([type, schema]) => [type, schemas.of(schema, 'output')] as const);
  schemas.named('LiveEvents', {
    type: 'object',
    description: 'the data of the events of GET /events, by their type',
    properties: Object.fromEntries(data),
    required: data.map(([type]) => type),
  });
  return {
    type: 'object',
    description: 'of each event of the stream',
    properties: {
      id: { type: 'string', description: 'for Last-Event-ID; what passes has none' },
      event: { type: 'string', enum: data.map(([type]) => type) },
      data: { type: 'string', contentMediaType: 'application/json', description: 'as LiveEvents has it by `event`' },
    },
    required: ['event', 'data'],
  };
}

function sorted<T>(named: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(named).sort(([a], [b]) => (a < b ? -1 : 1)));
}
