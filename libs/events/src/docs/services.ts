import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { factByType } from '../declared.js';
import { hearingsIn, type Hearing } from './hearings.js';
import { refusalsIn, refusingFunctionsIn, type Refusal } from './refusals.js';
import { sourcesOf } from './sources.js';
import { streamHearingsIn } from './stream-hearings.js';

/** What an app's sources say of it. */
export interface ServiceText {
  readonly name: string;
  readonly hears: readonly Hearing[];
  readonly refuses: readonly Refusal[];
}

/** Every app of the repository, by name; those without handlers and refusals too. */
export function servicesOf(repository: string): readonly ServiceText[] {
  const libraries = readdirSync(join(repository, 'libs')).sort();
  const refusing = refusingFunctionsIn(libraries.flatMap((name) => sourcesOf(repository, `libs/${name}`)));
  return readdirSync(join(repository, 'apps'))
    .sort()
    .map((name) => {
      const sources = sourcesOf(repository, `apps/${name}`);
      const hears = [...hearingsIn(sources), ...streamHearingsIn(sources)];
      for (const { fact, handler } of hears)
        if (!factByType(fact))
          throw new Error(`apps/${name}: ${handler} hears ${fact}, which no declared fact is called`);
      return { name, hears, refuses: refusalsIn(sources, refusing) };
    });
}
