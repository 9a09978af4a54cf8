/** Of an AsyncAPI 3 document, what the page shows. */
export interface AsyncApi {
  readonly channels: Readonly<Record<string, Channel>>;
  readonly operations: Readonly<Record<string, Operation>>;
  readonly components: { readonly messages: Readonly<Record<string, Message>> };
}
interface Ref {
  readonly $ref: string;
}
export interface Channel {
  readonly address: string;
  readonly summary?: string;
  readonly description?: string;
  readonly messages: Readonly<Record<string, Ref>>;
  readonly bindings?: { readonly kafka?: { readonly partitions?: number } };
}
export interface Operation {
  readonly action: 'send' | 'receive';
  readonly channel: Ref;
  readonly messages?: readonly Ref[];
  readonly 'x-service'?: string;
  readonly 'x-group'?: string;
  readonly 'x-handlers'?: readonly { readonly fact: string; readonly handler: string }[];
}
export interface Message {
  readonly name: string;
  readonly summary?: string;
  readonly payload?: { readonly schema?: AvroType };
  readonly examples?: readonly { readonly payload?: unknown }[];
}
export type AvroType = string | AvroNamed | readonly AvroType[];
export interface AvroNamed {
  readonly type: AvroType;
  readonly name?: string;
  readonly logicalType?: string;
  readonly fields?: readonly { readonly name: string; readonly type: AvroType; readonly default?: unknown }[];
  readonly symbols?: readonly string[];
  readonly items?: AvroType;
  readonly values?: AvroType;
}
