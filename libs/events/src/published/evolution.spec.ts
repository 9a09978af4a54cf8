import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue } from '../catalogue.js';
import { oneOf, optional, text, uuid } from '../fields/kinds.js';
import { disagreements } from './compatibility.js';
import { complaints, recordVersions } from './evolution.js';
import { changes, demo, published } from './made-up-changes.js';
import { repositoryVersions, Versions } from './versions.js';

describe('the declared facts', () => {
  it('are recorded as they are, and get on with every published version of themselves', () => {
    expect(complaints(catalogue().facts, repositoryVersions())).toEqual([]);
  });
});

describe('of made-up changes', () => {
  it.each(changes.filter(({ refusedFor }) => refusedFor === null))('$what is allowed', ({ becomes }) => {
    expect(disagreements(becomes, published)).toEqual([]);
  });
  it.each(changes.filter(({ refusedFor }) => refusedFor !== null))('$what is refused', ({ becomes, refusedFor }) => {
    expect(disagreements(becomes, published).join()).toContain(refusedFor);
  });
  it('another name is refused', () => {
    expect(disagreements(demo({ demoId: uuid }, 'Other'), demo({ demoId: uuid }))[0]).toContain(
      'published as demo.Demo',
    );
  });
});

describe('recording', () => {
  let folder: string;
  let versions: Versions;
  const declared = (fields: Parameters<typeof demo>[0]) => [
    { type: 'Demo', topic: { name: 'demo.v1' }, avro: demo(fields) },
  ];
  const first = { demoId: uuid, colour: oneOf('red') };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ride-schemas-'));
    versions = new Versions(folder);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('a fact that is new or changed must be recorded, says the check', () => {
    expect(complaints(declared(first), versions)).toEqual([
      expect.stringContaining('run `npm run schemas` to record it'),
    ]);
    expect(recordVersions(declared(first), versions)).toEqual({ recorded: ['Demo 1'], refused: [] });
    expect(complaints(declared(first), versions)).toEqual([]);
    const changed = declared({ ...first, note: optional(text) });
    expect(complaints(changed, versions)).toEqual([expect.stringContaining('Demo is declared otherwise')]);
    expect(recordVersions(changed, versions)).toEqual({ recorded: ['Demo 2'], refused: [] });
    expect(recordVersions(changed, versions)).toEqual({ recorded: [], refused: [] });
  });

  it('every version counts, not only the newest', () => {
    recordVersions(declared({ ...first, note: optional(text) }), versions);
    recordVersions(declared(first), versions);
    // Gets on with version 2, which has no such field, but not with version 1.
    const other = declared({ ...first, note: optional(oneOf('a')) });
    expect(complaints(other, versions)).toEqual([
      expect.stringContaining('Demo does not get on with its version 1: the field note'),
    ]);
  });

  it('nothing incompatible is recorded', () => {
    recordVersions(declared(first), versions);
    const { recorded, refused } = recordVersions(declared({ ...first, later: uuid }), versions);
    expect(recorded).toEqual([]);
    expect(refused).toEqual([expect.stringContaining('make it optional(…), or declare a new fact')]);
    expect(versions.of('demo.v1', 'Demo')).toHaveLength(1);
  });

  it('a published fact that nobody declares any more is missed', () => {
    recordVersions(declared(first), versions);
    expect(complaints([], versions)).toEqual([expect.stringContaining('Demo was published on demo.v1')]);
  });

  it('the tenth version comes after the ninth', () => {
    for (let n = 1; n <= 11; n += 1)
      recordVersions(declared(n % 2 ? first : { ...first, note: optional(text) }), versions);
    expect(versions.of('demo.v1', 'Demo').map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });
});
