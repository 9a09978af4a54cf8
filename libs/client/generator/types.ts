import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { apis, type ApiName } from '../src/services.js';

/** The repository, from the source as from what is compiled of it. */
const root = fileURLToPath(import.meta.url).split(/[\\/]libs[\\/]client[\\/]/)[0] ?? '.';
const HEAD = '/** Made by `npm run docs` from the service’s OpenAPI document. */\n';

export interface Generated {
  readonly service: ApiName;
  readonly path: string;
  readonly text: string;
}

/** The types of every service's API, as its document in docs/openapi says. */
export function generated(): Promise<readonly Generated[]> {
  return Promise.all(
    apis.map(async (service) => {
      const document = readFileSync(join(root, 'docs', 'openapi', `${service}.json`), 'utf8');
      const nodes = await openapiTS(withoutKeys(document), { alphabetize: true });
      const path = join(root, 'libs', 'client', 'src', 'generated', `${service}.ts`);
      return { service, path, text: `${HEAD}${astToString(nodes)}` };
    }),
  );
}

/** The client gives each POST its Idempotency-Key: nobody who calls it must. */
function withoutKeys(document: string): OpenAPI3 {
  return JSON.parse(document, (_, value: unknown) => {
    const isKey = typeof value === 'object' && value !== null && Reflect.get(value, 'name') === 'Idempotency-Key';
    return isKey ? { ...value, required: false } : value;
  }) as OpenAPI3;
}
