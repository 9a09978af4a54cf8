import type { Type } from '@nestjs/common';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import type { Service } from '@ride/events';
import { documentOfModule, keptText, releasedText, textOf, type Document } from '@ride/http';
import { breakingChanges } from './breaking-changes.js';
import { wrongExamples } from './examples.js';
import { operationsOf } from './operations.js';

const MEANT = [
  'no-ambiguous-paths', // a path without a parameter goes first
  'operation-4xx-response', // a probe refuses nobody
  'no-unused-components', // LiveEvents, and what is answered where there is no route
];

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
    it('is well-formed, as its linter has it', async () => {
      const config = await createConfig({ extends: ['recommended'] });
      const problems = await lintFromString({ source: textOf(document), config });
      const wrong = problems.filter(({ severity, ruleId }) => severity === 'error' || !MEANT.includes(ruleId));
      expect(wrong.map(({ ruleId, message, location }) => `${location[0]?.pointer} ${ruleId}: ${message}`)).toEqual([]);
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
