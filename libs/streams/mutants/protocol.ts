import type { Mutant } from './mutant.js';

const STORE = { file: 'src/store/local/local-store.ts', test: 'src/store/local/local-store.spec.ts' };
const RESTORE = { ...STORE, file: 'src/store/local/restore.ts' };
const CHANGELOG = { ...STORE, file: 'src/store/local/changelog.ts' };
const RUNNER = { file: 'src/run/task-runner.ts', test: 'src/run/task-runner.spec.ts' };
const TASK = { file: 'src/task/task.ts', test: 'src/task/task.spec.ts' };
const APPEND = 'const base = await log.append(changelog, partition, records, this.#owner);';
const APPENDED = 'const positionAt = await this.#append(records);';

/** Mistakes in how state, position and outputs are kept together, by the rule of the protocol that they break. */
export const protocol: Readonly<Record<string, readonly Mutant[]>> = {
  '1. Any error is the task’s end, and no append is tried again': [
    {
      ...STORE,
      name: 'an append is tried again',
      find: APPEND,
      replace: `const again = () => log.append(changelog, partition, records, this.#owner); const base = await again().catch(again);`,
      fails: 'is dead after an append whose outcome is not known, and tries none again',
    },
    {
      ...STORE,
      name: 'a task goes on after an error',
      find: `    } catch (error) {
      this.#isDead = true;
      throw toTaskLost(error);`,
      replace: `    } catch (error) {
      throw toTaskLost(error);`,
      fails: 'are acknowledged before the next append: a commit does not end without them',
    },
    {
      ...RUNNER,
      name: 'a running task goes on after a failed commit',
      find: '    this.kill();\n    this.inbox.clear();',
      replace: '    this.inbox.clear();',
      fails: 'is dead when a commit fails, and takes nothing any more',
    },
  ],
  '2. Only the written fence keeps others away': [
    {
      ...STORE,
      name: 'a fence is written without its owner’s epoch',
      find: '[fenceRecord(this.#owner!, { owner })], this.#owner);',
      replace: '[fenceRecord(this.#owner!, { owner })]);',
      fails: 'an owner that has only got its id keeps nobody away: its record does',
    },
    {
      ...STORE,
      name: 'batches are written without an epoch',
      find: APPEND,
      replace: 'const base = await log.append(changelog, partition, records);',
      fails: 'an owner that has only got its id keeps nobody away: its record does',
    },
  ],
  '2b. … and an owner that slept over it': [
    {
      ...STORE,
      name: 'an owner that wakes is told from the new one by nobody',
      find: APPEND,
      replace: 'const base = await log.append(changelog, partition, records);',
      test: 'test/zombie.e2e.spec.ts',
      fails: 'and wakes when another has gone on from where it was: what it appends counts for nothing',
    },
  ],
  '3. What stands before the fence is restored, and the last outputs are repeated': [
    {
      ...STORE,
      name: 'the log is read before it is fenced',
      find: 'let restored = await this.#restore.upTo(fenceAt, restore);',
      replace: 'let restored = await this.#restore.upTo(Math.max(0, fenceAt - 2), restore);',
      fails: 'what was written before the next owner’s fence counts, though it had begun to read',
    },
    {
      ...STORE,
      name: 'the last outputs are not repeated',
      find: 'if (restored.outputs.length > 0) await send(restored.outputs);',
      replace: '',
      fails: 'of the last commit are said again by the next owner',
    },
    {
      ...STORE,
      name: 'outputs that were followed by none stay the last ones',
      find: 'this.#hadOutputs = outputs.length > 0;',
      replace: '',
      fails: 'that were followed by a commit without any are not said again',
    },
  ],
  '4. An id that Kafka has forgotten is sealed': [
    {
      ...STORE,
      name: 'the old id is not sealed',
      find: 'of restored.fences.unsealed(this.#owner!.producerId)',
      replace: 'of [] as typeof restored.fences extends never ? never : { producerId: string; epoch: number }[]',
      fails: 'the next owner seals the old one, whose writes up to there count and none after',
    },
    {
      ...STORE,
      name: 'what the old id wrote before its seal is not read',
      find: 'if (end > fenceAt) restored = await this.#restore.upTo(end + 1, restore);',
      replace: '',
      fails: 'the next owner seals the old one, whose writes up to there count and none after',
    },
    {
      ...CHANGELOG,
      name: 'compaction keeps one fence of all ids',
      find: 'Buffer.from(`f${producerId}`)',
      replace: 'Buffer.from(`f${producerId.slice(0, 0)}`)',
      fails: 'an owner that died before it had sealed leaves that to the next one',
    },
  ],
  '5. An owner keeps itself known, and stops when it is not confirmed': [
    {
      ...STORE,
      name: 'an idle owner writes nothing',
      find: 'else if (now - this.#wroteAt < WRITE_EVERY_MS) return;',
      replace: 'else return;',
      fails: 'writes its position after six hours, so that its id is not forgotten',
    },
    {
      ...STORE,
      name: 'an owner fences once',
      find: 'if (now - this.#fencedAt >= FENCE_EVERY_MS) {',
      replace: 'if (now < this.#fencedAt) {',
      fails: 'fences anew each day, and goes on',
    },
    {
      ...RUNNER,
      name: 'an owner that nobody has confirmed goes on',
      find: "if (this.#state === 'dead' || !this.options.isOwner())",
      replace: "if (this.#state === 'dead')",
      fails: 'commits nothing when the group has not confirmed it for too long',
    },
  ],
  '6. A commit is one batch, and bounded': [
    {
      ...STORE,
      name: 'the position is in a second batch',
      find: APPEND,
      replace: `const base = await log.append(changelog, partition, records.slice(0, -1), this.#owner);
    await log.append(changelog, partition, records.slice(-1), this.#owner);`,
      fails: 'writes deltas, outputs and position as one batch',
    },
    {
      ...TASK,
      name: 'outputs of a commit are not bounded',
      find: 'const isFull = () => this.#outputs.length + walk.outputs.length >= most;',
      replace: 'const isFull = () => most < 0;',
      fails: 'takes no more outputs into a commit than it is told; the next owner emits the rest, and only that',
    },
  ],
  '7. What others have written is noticed': [
    {
      ...STORE,
      name: 'where an append begins is not looked at',
      find: 'if (base !== this.#end) throw this.#foreign(base);',
      replace: '',
      fails: 'is dead when somebody else has written to its log',
    },
    {
      ...RESTORE,
      name: 'what a fenced owner has written is restored',
      find: 'if (!this.#fences.allows(stamped.fence))',
      replace: 'if (this.#fences.allows(-1) && !this.#fences.allows(stamped.fence))',
      fails: 'refuses to restore what an owner has written after it was fenced',
    },
    {
      ...RESTORE,
      name: 'state of another topology is restored',
      find: 'if (stamped.fingerprint !== fingerprint)',
      replace: "if (stamped.fingerprint === '')",
      fails: 'refuses a changelog of another topology',
    },
  ],
  '8. The disk is a cache': [
    {
      ...STORE,
      name: 'the checkpoint is ahead of the log',
      find: APPENDED,
      replace: `await disk?.write(records, this.#restore.checkpointAt(this.#end, this.#birth));
      ${APPENDED}`,
      fails: 'is written after the acknowledgement, never ahead of the log',
    },
    {
      ...RESTORE,
      name: 'an old checkpoint is adopted',
      find: 'this.#now() - checkpoint.when <= oldestCheckpointMs',
      replace: 'oldestCheckpointMs > 0',
      fails: 'is not taken when it is so old that the log may have forgotten deletions since',
    },
    {
      ...RESTORE,
      name: 'a checkpoint of another birth is adopted',
      find: 'if (this.#unproven && this.#unproven.birth !== stamped.birth) throw new StaleCheckpoint();',
      replace: '',
      fails: 'is not taken when the changelog was deleted and made again, however long it has become',
    },
    {
      ...RESTORE,
      name: 'a checkpoint that the log does not show is adopted',
      find: '    if (this.#unproven) throw new StaleCheckpoint();\n  }',
      replace: '  }',
      fails: 'is not taken when the changelog that was made again has no position yet',
    },
  ],
  '9. Outputs go after the acknowledgement, before the next append': [
    {
      ...STORE,
      name: 'outputs go before the append',
      find: APPENDED,
      replace: `if (outputs.length > 0) await send(outputs);
      ${APPENDED}`,
      fails: 'go after the append is acknowledged, and not when it failed',
    },
    {
      ...STORE,
      name: 'a commit does not wait for its outputs',
      find: '      if (outputs.length > 0) await send(outputs);\n    });',
      replace: '      if (outputs.length > 0) send(outputs).catch(() => undefined);\n    });',
      fails: 'are acknowledged before the next append: a commit does not end without them',
    },
  ],
  '10. The position comes from the commit alone': [
    {
      ...TASK,
      name: 'what is below the position is counted again',
      find: `    if (offset < this.next(topic)) return undefined;
    const input`,
      replace: '    const input',
      fails: 'skips what is below its position',
    },
  ],
  '11. A task that died opens again only when the group, asked since, still gives it': [
    {
      file: 'src/run/tasks.ts',
      test: 'src/run/tasks.spec.ts',
      name: 'a dead task opens by an answer from before its death',
      find: ' || askedAt <= runner.diedAt',
      replace: '',
      fails: 'that have died are opened again when the group, asked after that, still has them for its own',
    },
    {
      file: 'src/run/tasks.ts',
      test: 'src/run/tasks.spec.ts',
      name: 'a task that is another’s goes on',
      find: '      runner.kill();\n      this.#runners.delete(id);',
      replace: '',
      fails: 'end when they are given to others, and the new ones are opened at once',
    },
  ],
  '12. Emitted windows are dropped at restore': [
    {
      ...TASK,
      name: 'emitted windows come back',
      find: 'if (compareCursors(entry, closed) <= 0) windows.remove(entry);',
      replace: 'if (compareCursors(entry, closed) === Infinity) windows.remove(entry);',
      fails: 'emits no window again whose deletion the log has forgotten',
    },
    {
      ...TASK,
      name: 'windows are purged by stream time',
      find: 'if (compareCursors(entry, closed) <= 0) windows.remove(entry);',
      replace: 'if (entry.end <= closed.end) windows.remove(entry);',
      fails: 'takes no more outputs into a commit than it is told; the next owner emits the rest, and only that',
    },
  ],
  '14. What a task wrote twice to a repartition topic counts once': [
    {
      ...TASK,
      name: 'numbers of repartition topics are not looked at',
      find: 'if (source.seq <= (heard[from] ?? -1)) return true;',
      replace: '',
      fails: 'drops what a task before it has written again, and nothing of another task',
    },
    {
      ...TASK,
      name: 'one number for all tasks that write',
      find: 'const from = `${topic} ${source.task}`;',
      replace: 'const from = topic;',
      fails: 'drops what a task before it has written again, and nothing of another task',
    },
  ],
};
