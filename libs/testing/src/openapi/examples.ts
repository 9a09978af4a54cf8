import type { Document } from '@ride/http';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { closed, open } from './closed.js';

type Json = Readonly<Record<string, unknown>>;

/** Examples that are not what their schemas say, each in a sentence. */
export function wrongExamples(document: Document): readonly string[] {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const schemas = (document.components?.schemas ?? {}) as Record<string, Json>;
  const components = { schemas: Object.fromEntries(Object.entries(schemas).map(([name, one]) => [name, open(one)])) };
  ajv.addSchema({ $id: 'document', components });
  const wrong: string[] = [];
  const visit = (value: unknown, where: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [example, schema] of examplesIn(value as Json)) {
      const text = JSON.stringify(closed(schema)).replaceAll('"#/components/', '"document#/components/');
      const validate = ajv.compile(JSON.parse(text) as object);
      if (!validate(example)) wrong.push(`${where}: ${ajv.errorsText(validate.errors, { dataVar: 'example' })}`);
    }
    for (const [key, inner] of Object.entries(value)) if (!/^examples?$/.test(key)) visit(inner, `${where}/${key}`);
  };
  visit(document, '');
  return wrong;
}

/** Those of a schema, a parameter or a body. */
function examplesIn(value: Json): readonly [unknown, Json][] {
  const schema = (value['schema'] ?? value) as Json;
  const several = value['examples'] ?? [];
  const list = Array.isArray(several) ? several : Object.values(several as object).map(({ value }) => value as unknown);
  return [...list, ...(value['example'] === undefined ? [] : [value['example']])].map((example) => [example, schema]);
}
