import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { catalogue, openSchemas, RideAccepted, RideDeclined, RideRequested, subjectOf } from '../src/index.js';
import { Registry } from '../src/codec/registry.js';
import { changes, published } from '../src/published/made-up-changes.js';
import { ownNamespace, registryUrl } from './place-to-test.js';

const id = randomUUID();
const accepted = RideAccepted({ rideId: id, offerId: id, driverId: id });
const withId = (schemaId: number, body: Buffer = Buffer.alloc(8)) => {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(schemaId, 1);
  return Buffer.concat([head, body]);
};

describe('registration', () => {
  it('gives every fact its id, also when services start at once and again', async () => {
    const namespace = ownNamespace();
    const services = Array.from({ length: 4 }, () => openSchemas({ registryUrl, namespace }));
    await Promise.all(services.map((schemas) => schemas.register(catalogue().facts)));
    const [first, ...others] = services.map((schemas) => schemas.encode(accepted));
    for (const bytes of others) expect(bytes).toEqual(first);
    await services[0]?.register(catalogue().facts);
  });

  it('makes the registry ask for full transitive compatibility', async () => {
    await openSchemas({ registryUrl, namespace: ownNamespace() }).register([RideAccepted]);
    const answer = await fetch(`${registryUrl}/config`);
    expect(await answer.json()).toMatchObject({ compatibilityLevel: 'FULL_TRANSITIVE' });
  });

  it('is needed before a fact is said', () => {
    expect(() => openSchemas({ registryUrl, namespace: '' }).encode(accepted)).toThrow(
      'RideAccepted is not registered',
    );
  });

  it('fails when the registry holds what the declared fact does not get on with', async () => {
    const namespace = ownNamespace();
    await new Registry(registryUrl).register(subjectOf(RideAccepted, namespace), RideDeclined.avro);
    await expect(openSchemas({ registryUrl, namespace }).register([RideAccepted])).rejects.toMatchObject({
      name: 'SchemaRefused',
      code: 'schema_refused',
    });
  });
});

describe('the registry judges a change as our own check does', () => {
  it.each(changes)('$what', async ({ becomes, refusedFor }) => {
    const registry = new Registry(registryUrl);
    const subject = `${ownNamespace()}demo.v1-demo.Demo`;
    await registry.register(subject, published);
    const verdict = registry.register(subject, becomes).then(
      () => 'allowed',
      (error: unknown) => (error as Error).name,
    );
    expect(await verdict).toBe(refusedFor === null ? 'allowed' : 'SchemaRefused');
  });
});

describe('decoding', () => {
  it('works in a service that asks for the writer schema first', async () => {
    const namespace = ownNamespace();
    const [driver, booking] = [openSchemas({ registryUrl, namespace }), openSchemas({ registryUrl, namespace })];
    await driver.register([RideAccepted]);
    const bytes = driver.encode(accepted);
    expect(() => booking.decode(RideAccepted, bytes)).toThrow('call prepare()');
    await booking.prepare([bytes, bytes]);
    expect(booking.decode(RideAccepted, bytes)).toStrictEqual(accepted.data);
  });

  it('reads what an older version wrote', async () => {
    const namespace = ownNamespace();
    const older = { ...RideDeclined.avro, fields: RideDeclined.avro.fields.filter(({ name }) => name !== 'reason') };
    const olderId = await new Registry(registryUrl).register(subjectOf(RideDeclined, namespace), older);
    const schemas = openSchemas({ registryUrl, namespace });
    await schemas.register([RideDeclined, RideAccepted]);
    // Without its last field, RideDeclined is laid out as RideAccepted.
    const bytes = withId(olderId, schemas.encode(accepted).subarray(5));
    await schemas.prepare([bytes]);
    expect(schemas.decode(RideDeclined, bytes)).toStrictEqual(accepted.data);
  });

  it('of another fact than the header says is refused as undecodable', async () => {
    const schemas = openSchemas({ registryUrl, namespace: ownNamespace() });
    await schemas.register([RideAccepted]);
    expect(() => schemas.decode(RideRequested, schemas.encode(accepted))).toThrow(
      expect.objectContaining({ code: 'undecodable' }),
    );
  });

  it('of an id that the registry does not have is refused as an unknown schema', async () => {
    const schemas = openSchemas({ registryUrl, namespace: ownNamespace() });
    const bytes = withId(2_000_000_000);
    await schemas.prepare([bytes]);
    expect(() => schemas.decode(RideAccepted, bytes)).toThrow(
      expect.objectContaining({ name: 'UndecodableFact', code: 'unknown_schema' }),
    );
  });

  it('of a schema that is no Avro is refused as undecodable', async () => {
    const namespace = ownNamespace();
    const draft7 = { $schema: 'http://json-schema.org/draft-07/schema#', type: 'object' };
    const answer = await fetch(`${registryUrl}/subjects/${namespace}json/versions`, {
      method: 'POST',
      headers: { 'content-type': 'application/vnd.schemaregistry.v1+json' },
      body: JSON.stringify({ schemaType: 'JSON', schema: JSON.stringify({ ...draft7, title: namespace }) }),
    });
    const { id: jsonId } = (await answer.json()) as { id: number };
    const schemas = openSchemas({ registryUrl, namespace });
    const bytes = withId(jsonId);
    await schemas.prepare([bytes]);
    expect(() => schemas.decode(RideAccepted, bytes)).toThrow(expect.objectContaining({ code: 'undecodable' }));
  });

  it.each([
    ['empty', Buffer.alloc(0)],
    ['too short', Buffer.from([0, 0, 0])],
    ['not in the wire format', Buffer.from('{"rideId":"x"}')],
  ])('of a value that is %s needs no registry and is refused', async (_, bytes) => {
    const schemas = openSchemas({ registryUrl: 'http://127.0.0.1:9', namespace: '' });
    await schemas.prepare([bytes]);
    expect(() => schemas.decode(RideAccepted, bytes)).toThrow(expect.objectContaining({ code: 'undecodable' }));
  });
});

describe('a registry that is not itself', () => {
  let server: Server;
  let answer: RequestListener;
  let url: string;
  beforeAll(async () => {
    server = createServer((request, response) => answer(request, response));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/apis/ccompat/v7`;
  });
  afterAll(() => server.close());
  const unavailable = { name: 'RegistryUnavailable', code: 'registry_unavailable' };

  it.each<[string, RequestListener]>([
    ['that breaks the connection', (request) => request.socket.destroy()],
    ['with an error of its own', (_, response) => response.writeHead(500).end('{"message":"no database"}')],
    ['with a page of something else', (_, response) => response.writeHead(404).end('<html>nothing here</html>')],
    ['without a schema', (_, response) => response.writeHead(200).end('{}')],
  ])("is nobody's fault: an answer %s", async (_, listener) => {
    answer = listener;
    const schemas = openSchemas({ registryUrl: url, namespace: '' });
    await expect(schemas.prepare([withId(1)])).rejects.toMatchObject(unavailable);
    await expect(schemas.register([RideAccepted])).rejects.toMatchObject(unavailable);
    // Once it answers, the same schemas are used on.
    answer = (_request, response) => response.writeHead(200).end(JSON.stringify({ schema: '"string"' }));
    await schemas.prepare([withId(1)]);
    expect(() => schemas.decode(RideAccepted, withId(1))).toThrow(expect.objectContaining({ code: 'undecodable' }));
  });

  it('is out of reach when nobody listens', async () => {
    const schemas = openSchemas({ registryUrl: 'http://127.0.0.1:9', namespace: '' });
    await expect(schemas.prepare([withId(1)])).rejects.toMatchObject(unavailable);
  });
});
