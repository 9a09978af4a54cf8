const ONCE = 'src/idempotency/once.ts';
const FINGERPRINT = 'src/idempotency/fingerprint.ts';
const RETENTION = 'src/idempotency/retention.ts';
const TEST = 'test/idempotency.e2e.spec.ts';

/** Mistakes in what the edge promises. */
export const catalogue = [
  {
    label: 'edge idempotency',
    title: 'What a POST starts is started once for each key of a person, and answered the same',
    mutants: [
      {
        name: 'the answer is not kept',
        file: ONCE,
        find: 'tx.save(IdempotencyKeyRow, kept);',
        replace: '',
        test: TEST,
        fails: 'is done once for each key, and answered the same',
      },
      {
        name: 'another request is answered what was answered under its key',
        file: ONCE,
        find: '!isNew && kept.fingerprint !== this.#fingerprint',
        replace: '!isNew && kept.fingerprint === undefined',
        test: TEST,
        fails: 'is refused under the key of another body or another route',
      },
      {
        name: 'the route is no part of what is asked',
        file: FINGERPRINT,
        find: '`${url}\\n${',
        replace: '`${',
        test: TEST,
        fails: 'is refused under the key of another body or another route',
      },
      {
        name: 'the order of its fields makes a body another one',
        file: FINGERPRINT,
        find: '.sort(([a], [b]) => (a < b ? -1 : 1))',
        replace: '',
        test: TEST,
        fails: 'is the same in whatever order its fields are',
      },
      {
        name: 'a key is the same for everybody',
        file: ONCE,
        find: '`${sub}\\n${key}`',
        replace: '`${sub.length}\\n${key}`',
        test: TEST,
        fails: 'has nothing to do with what another person asked under the same key',
      },
      {
        name: 'a refusal that is returned is kept as an answer',
        file: ONCE,
        find: 'if (done instanceof Rejected) return done;',
        replace: 'if (done instanceof Rejected) return this.#keep(tx, async () => undefined);',
        test: TEST,
        fails: 'that was refused was not done, and may be granted the next time',
      },
      {
        name: 'whoever asks again waits for a session',
        file: ONCE,
        find: 'if (keys.has(this.id)) throw problems.request_in_flight();',
        replace: '',
        test: TEST,
        fails: 'is told at once that the same one is in flight, though no session is free',
      },
      {
        name: 'a key is forgotten too early',
        file: RETENTION,
        find: 'const KEPT_MS = 24 * 60 * 60 * 1000;',
        replace: 'const KEPT_MS = 23 * 60 * 60 * 1000;',
        test: TEST,
        fails: 'can be sent again for 24 hours',
      },
      {
        name: 'a POST may say nothing of keys',
        file: 'src/idempotency/every-post.ts',
        find: 'if (silent.length > 0)',
        replace: 'if (silent.length < 0)',
        test: TEST,
        fails: 'does not start while a POST doesn’t say whether it needs a key',
      },
    ],
  },
];
