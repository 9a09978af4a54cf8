import type { Mutant } from './mutant.js';

const LETTER = 'src/retry/dead-letter.ts';
const TEST = 'test/promises/07-dead-letter.e2e.spec.ts';

const RETRIED =
  'is the record itself and tells why, where, when and how often it failed, after retries and after a replay';
const AT_ONCE = 'is the record itself when it is dead at once';
const UNREADABLE = 'is the record itself when nobody can read its key, its value or which fact it is';

const KEYLESS =
  'is the record itself when it has no key, which is not an empty key: after retries, a replay and at once';

export const deadLetters: readonly Mutant[] = [
  {
    name: 'a dead letter has no headers but those of its failure',
    file: LETTER,
    find: 'headers: Buffer.concat([dead.headers, added]),',
    replace: 'headers: added,',
    test: TEST,
    fails: AT_ONCE,
  },
  {
    name: 'a header that comes twice is kept once',
    file: 'src/retry/park.ts',
    find: 'headers: encodeHeaders(heard.record.headers),',
    replace: 'headers: encodeHeaders([...new Map(heard.record.headers)]),',
    test: TEST,
    fails: RETRIED,
  },
  {
    name: 'headers are kept as text',
    file: 'src/log/header-bytes.ts',
    find: 'for (const [name, value] of headers) size += 6',
    replace: `headers = headers.map(([name, value]) => [name, Buffer.from(String(value))]);
  for (const [name, value] of headers) size += 6`,
    test: TEST,
    fails: AT_ONCE,
  },
  {
    name: 'a key is kept as text',
    file: LETTER,
    find: 'key: dead.key,',
    replace: 'key: Buffer.from(String(dead.key)),',
    test: TEST,
    fails: UNREADABLE,
  },
  {
    name: 'a value that nobody can read is left out',
    file: LETTER,
    find: 'value: dead.value,',
    replace: "value: dead.failure.code === 'undecodable' ? null : dead.value,",
    test: TEST,
    fails: UNREADABLE,
  },
  {
    name: 'forget the key in the retry topic',
    file: 'src/retry/retry-sweep.ts',
    find: 'topic: retryTopic(this.service).name, key: keyOf(due), value,',
    replace: 'topic: retryTopic(this.service).name, key: Buffer.alloc(0), value,',
    test: TEST,
    fails: RETRIED,
  },
  {
    name: 'a record without a key has an empty one when it is dead at once',
    file: 'src/retry/park.ts',
    find: 'const { partition, offset, key, value } = record;',
    replace: 'const { partition, offset, value } = record;\n    const { key } = heard;',
    test: TEST,
    fails: KEYLESS,
  },
  {
    name: 'a record without a key has an empty one when it is tried again',
    file: 'src/retry/queue.ts',
    find: 'return hasKey ? key : null;',
    replace: 'return key;',
    test: TEST,
    fails: KEYLESS,
  },
  {
    name: 'a dead letter counts only the attempts since its replay',
    file: 'src/retry/settle.ts',
    find: 'handler, attempts, failure }, now),',
    replace: 'handler, attempts: attempts - fact.attemptsBefore, failure }, now),',
    test: TEST,
    fails: RETRIED,
  },
  {
    name: 'a dead letter tells when it failed last as when it failed first',
    file: LETTER,
    find: 'dead.firstFailedAt.toISOString()',
    replace: 'now.toISOString()',
    test: TEST,
    fails: RETRIED,
  },
];
