import type { Type } from '@nestjs/common';
import type { Service } from '@ride/events';
import { documentOfModule, keptText, textOf } from '@ride/http';

/** The suite that every service's OpenAPI document passes. */
export function describeDocument(module: Type, service: Service): void {
  describe(`docs/openapi/${service}.json`, () => {
    it('is as the code says (otherwise run `npm run docs` and commit it)', async () => {
      expect(keptText(service)).toBe(textOf(await documentOfModule(module, service)));
    });
  });
}
