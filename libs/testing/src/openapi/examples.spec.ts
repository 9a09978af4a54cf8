import type { Document } from '@ride/http';
import { wrongExamples } from './examples.js';

const fare = { type: 'object', properties: { minor: { type: 'integer' } }, required: ['minor'] };
const documentWith = (example: unknown, kept: unknown = { minor: 1 }) =>
  ({
    paths: {
      '/fare': {
        get: {
          responses: {
            200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Fare' }, example } } },
          },
        },
      },
    },
    components: { schemas: { Fare: { ...fare, examples: [kept] } } },
  }) as unknown as Document;

describe('examples', () => {
  it('are what their schemas say', () => {
    expect(wrongExamples(documentWith({ minor: 1 }))).toEqual([]);
  });
  it.each<[string, Document, string]>([
    ['of an answer', documentWith({ minor: '1' }), 'minor must be integer'],
    ['with a field that there is not', documentWith({ minor: 1, major: 2 }), 'unevaluated'],
    ['of a schema', documentWith({ minor: 1 }, {}), "required property 'minor'"],
  ])('are found when they are not: %s', (_, document, how) => {
    expect(wrongExamples(document).join()).toContain(how);
  });
});
