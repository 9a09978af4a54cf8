import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromFile, Parser, type AsyncAPIDocumentInterface, type SchemaParser } from '@asyncapi/parser';
import { Ajv } from 'ajv';
import avro from 'avsc';
import { catalogue } from '../../catalogue.js';
import { headerTexts } from '../../headers.js';
import { exampleData } from '../example-data.js';
import { repository } from '../pages.js';
import { FACT_HEADERS } from './headers.js';

const file = join(repository, 'docs/asyncapi.json');
const AVRO = 'application/vnd.apache.avro;version=1.9.0';
type Written = { [name: string]: Written } & { [i: number]: Written };
const written = () => JSON.parse(readFileSync(file, 'utf8')) as Written;

/** The parser knows JSON Schema only; Avro's own library says what is Avro. */
const avroSchemas: SchemaParser = {
  getMimeTypes: () => [AVRO],
  validate: () => [],
  parse: ({ data }) => {
    avro.Type.forSchema(structuredClone(data) as avro.Schema);
    return { type: 'object' };
  },
};
const parser = () => {
  const made = new Parser();
  made.registerSchemaParser(avroSchemas);
  return made;
};
const complaints = async (document: unknown) =>
  (await parser().validate(document as Parameters<Parser['validate']>[0])).map(
    ({ severity, path, message }) => `${severity} ${path.join('/')}: ${message}`,
  );

describe('docs/asyncapi.json', () => {
  let document: AsyncAPIDocumentInterface;
  beforeAll(async () => {
    const parsed = await fromFile(parser(), file).parse();
    expect(parsed.diagnostics).toEqual([]);
    if (!parsed.document) throw new Error('it has no document');
    document = parsed.document;
  }, 60_000);

  it('is taken by the parser of AsyncAPI without an error or a warning', () => {
    expect(document.version()).toMatch(/^3\./);
  });

  it('is one that the parser would refuse with a mistake in it', async () => {
    const mistaken = written();
    mistaken['channels']!['rides.v1']!['bindings']!['kafka']!['partitions'] = 'many' as unknown as Written;
    expect(await complaints(mistaken)).toContainEqual(expect.stringMatching(/partitions.*must be integer/));
    const strange = written();
    strange['operations']!['booking.send.rides.v1']!['messages']![0] = {
      $ref: '#/channels/riders.v1/messages/RiderRegistered',
    } as unknown as Written;
    expect(await complaints(strange)).toContainEqual(expect.stringMatching(/does not belong to the specified channel/));
  }, 60_000);

  it('has every topic with its partitions, and every fact on its own', () => {
    const { topics, facts } = catalogue();
    for (const topic of topics) {
      const channel = document.channels().get(topic.name);
      expect(channel?.bindings().get('kafka')?.value()).toMatchObject({ partitions: topic.partitions });
      const on = facts.filter((fact) => fact.topic === topic).map(({ type }) => type);
      expect(channel?.messages().map((message) => message.name())).toEqual(on);
    }
    expect(document.channels().get('booking.retry.v1')?.bindings().get('kafka')?.value()).toMatchObject({
      topicConfiguration: { 'max.message.bytes': 2_097_152 },
    });
    expect(document.channels().get('rider.dead-letters.v1')).toBeDefined();
  });

  it('tells who says and who hears, and in which consumer group', () => {
    const operation = (id: string) => document.operations().get(id);
    expect(operation('booking.send.rides.v1')?.messages().get('BookingCreated')).toBeDefined();
    expect(operation('booking.send.rides.v1')?.messages().get('RideRequested')).toBeUndefined();
    expect(operation('booking.receive.rides.v1')?.messages().get('RideRequested')).toBeDefined();
    expect(operation('matching.follow.receive.driver-locations.v1')?.isReceive()).toBe(true);
    expect(operation('notification.webhooks.receive.notifications.v1')?.json()['x-group']).toBe(
      'notification.webhooks',
    );
    for (const each of document.operations()) expect(each.channels().all().length).toBe(1);
  });

  it('has an example of every fact that its Avro schema and the schema of its headers take', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const all = document.components().messages();
    for (const fact of catalogue().facts) {
      const [example] = all.get(fact.type)?.examples().all() ?? [];
      expect(example?.payload()).toEqual(exampleData(fact));
      const type = avro.Type.forSchema(fact.avro as avro.Schema, { wrapUnions: false });
      expect(type.isValid(example?.payload(), { noUndeclaredFields: true })).toBe(true);
      expect(ajv.validate(FACT_HEADERS, example?.headers())).toBe(true);
    }
  });

  it('has the headers that facts have', () => {
    const [fact] = catalogue().facts;
    const said = { type: 'RideRequested', topic: 'rides.v1', key: 'k', data: {}, fact } as never;
    const ids = { id: 'a', correlationId: 'b', causationId: 'c', request: 'f', traceparent: 'd', tracestate: 'e' };
    const names = headerTexts({ ...ids, source: '/rider', time: 0, fact: said }).map(([name]) => name);
    expect(Object.keys(FACT_HEADERS['properties'] as object)).toEqual(names);
  });
});
