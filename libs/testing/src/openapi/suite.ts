import type { Type } from '@nestjs/common';
import type { Service } from '@ride/events';
import { documentOfModule, keptText, releasedText, textOf, type Document } from '@ride/http';
import { breakingChanges } from './breaking-changes.js';
import { wrongExamples } from './examples.js';
import { operationsOf } from './operations.js';

/** The suite that every service's OpenAPI document passes. */
export function describeDocument(module: Type, service: Service): void {
  describe(`docs/openapi/${service}.json`, () => {
    let document: Document;
    beforeAll(async () => {
      document = await documentOfModule(module, service);
    });
    it('is as the code says (otherwise run `npm run docs` and commit it)', () => {
      expect(keptText(service)).toBe(textOf(document));
    });
    it('tells of every route what it is called, does and answers (by @Operation and @Tag)', () => {
      const silent = operationsOf(document).filter(
        ({ operationId, summary, tags = [], responses }) =>
          !/^[a-z][a-zA-Z]+$/.test(operationId) ||
          !summary ||
          tags.length !== 1 ||
          !/^2/.test(Object.keys(responses)[0]!),
      );
      expect(silent.map(({ route }) => route)).toEqual([]);
      const ids = operationsOf(document).map(({ operationId }) => operationId);
      expect(ids).toEqual([...new Set(ids)]);
    });
    it('has examples that are what their schemas say', () => {
      expect(wrongExamples(document)).toEqual([]);
    });
    it('breaks no client of the released one (if it must: `npm run release-api`, and tell them)', () => {
      const released = releasedText(service);
      expect(released).not.toBeNull();
      expect(breakingChanges(JSON.parse(released!) as Document, document)).toEqual([]);
    });
  });
}
