export interface Attribute {
  readonly name: string;
  readonly what: string;
}

const attribute = <const N extends string>(name: N, what: string) => ({ name, what });

/** Names follow OpenTelemetry's semantic conventions where there are any; the others begin with `ride.`. */
export const attributes = {
  system: attribute('messaging.system', '`kafka`'),
  operation: attribute('messaging.operation.name', '`send` or `process`'),
  operationType: attribute('messaging.operation.type', '`send` or `process`'),
  topic: attribute('messaging.destination.name', 'logical topic, without the namespace'),
  partition: attribute('messaging.destination.partition.id', 'partition'),
  messageId: attribute('messaging.message.id', 'the fact’s `ce_id`'),
  group: attribute('messaging.consumer.group.name', 'subscription: a service’s handlers, or one effect'),
  correlation: attribute('messaging.message.conversation_id', 'correlation id: for what happens to a ride, the ride’s'),
  batch: attribute('messaging.batch.message_count', 'how many facts, or requests, it is about'),
  fact: attribute('cloudevents.event_type', 'which fact, with its version'),
  handler: attribute('ride.handler', 'class and method'),
  attempt: attribute('ride.attempt', '1 for the first'),
  outboxWait: attribute('ride.outbox.wait', 'seconds between the insert and the reading that sends it'),
  unitKind: attribute('ride.unit.kind', '`facts`, `retries`, `requests`, `round` or `deadlines`'),
  area: attribute('ride.area', 'service area'),
  searches: attribute('ride.searches', 'open searches that were looked at'),
  offers: attribute('ride.offers', 'offers made'),
  row: attribute('ride.row', 'table whose row was due'),
  outcome: attribute('ride.outcome', '`completed`, `cancelled` or `unfulfilled`'),
  fate: attribute('ride.fate', '`retried` or `dead`'),
  method: attribute('http.request.method', 'method'),
  route: attribute('http.route', 'pattern of the route: no ids, no query'),
  status: attribute('http.response.status_code', 'status'),
  error: attribute('error.type', 'stable code of what went wrong; absent when nothing did'),
  dbSystem: attribute('db.system.name', '`postgresql` or `redis`'),
  dbNamespace: attribute('db.namespace', 'database'),
  dbText: attribute('db.query.text', 'the statement as it was prepared: `$1`, never a value'),
  dbPlan: attribute('db.postgresql.plan', 'the name under which it is prepared'),
  dbOperation: attribute('db.operation.name', 'what was asked'),
  server: attribute('server.address', 'host'),
  serverPort: attribute('server.port', 'port'),
  gcKind: attribute('v8js.gc.type', '`major`, `minor`, `incremental` or `weakcb`'),
} as const satisfies Record<string, Attribute>;

export type AttributeName = (typeof attributes)[keyof typeof attributes]['name'];
export type AttributeValue = string | number | boolean;
export type Attributes = Readonly<Partial<Record<AttributeName, AttributeValue>>>;
