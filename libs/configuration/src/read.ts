import { declared, type Declared, type VariableName } from './variables.js';
import { nearest } from './nearest.js';

export type Env = Readonly<Record<string, string | undefined>>;
type ValueOf<D> = D extends { as: { parse(text: string): infer T } }
  ? D extends { default: string }
    ? T
    : T | undefined
  : never;
export type Values = { readonly [N in VariableName]: ValueOf<(typeof declared)[N]> };

/** One thing that is wrong with the environment, and what to do about it. */
export interface Finding {
  readonly variable: string;
  readonly message: string;
}

/** Thrown with everything that is wrong at once. `code` is stable. */
export class ConfigurationError extends Error {
  readonly code = 'configuration_refused';

  constructor(readonly findings: readonly Finding[]) {
    super(`The configuration is refused:\n${findings.map(({ message }) => `  ${message}`).join('\n')}`);
    this.name = 'ConfigurationError';
  }
}

const names = Object.keys(declared) as VariableName[];

/** A variable that is set to nothing counts as not set. */
function given(env: Env, name: VariableName): string | undefined {
  return env[name] === '' && name !== 'RIDE_NAMESPACE' ? undefined : env[name];
}

function textOf(env: Env, name: VariableName): string | undefined {
  const declaration: Declared<unknown> = declared[name];
  return (
    given(env, name) ??
    declaration.default?.replace(/\$\{(\w+)\}/g, (_all, other: string) =>
      (textOf(env, other as VariableName) ?? '').replace(/\/+$/, ''),
    )
  );
}

/** An address as it may be shown: who logs in there, and how, is left out. */
function withoutUser(text: string): string {
  return text.replace(/\/\/[^/]*@/, '//…@');
}

/** Every variable's value. Throws ConfigurationError naming each unknown and each malformed RIDE_ variable. */
export function read(env: Env): Values {
  const findings: Finding[] = [];
  for (const variable of Object.keys(env).filter((name) => name.startsWith('RIDE_') && !(name in declared))) {
    const meant = nearest(variable, names);
    const hint =
      meant === undefined ? 'Unset it; docs/configuration.md lists what there is.' : `Did you mean ${meant}?`;
    findings.push({ variable, message: `${variable} is not a setting of Ride. ${hint}` });
  }
  const values: Partial<Record<VariableName, unknown>> = {};
  for (const variable of names) {
    const declaration: Declared<unknown> = declared[variable];
    const text = textOf(env, variable);
    if (declaration.setInProduction && env['RIDE_ENV'] === 'production' && given(env, variable) === undefined) {
      findings.push({ variable, message: `${variable} must be set when RIDE_ENV is production: ${declaration.what}.` });
    } else if (text !== undefined) {
      try {
        values[variable] = declaration.as.parse(text);
      } catch (error) {
        // A default that is derived from a malformed variable: that one is named already.
        if (given(env, variable) === undefined) continue;
        const shown = declaration.as.kind === 'secret' ? 'what was given' : JSON.stringify(withoutUser(text));
        findings.push({
          variable,
          message: `${variable} ${(error as Error).message}, not ${shown}: ${declaration.what}.`,
        });
      }
    }
  }
  if (findings.length > 0) throw new ConfigurationError(findings);
  return values as Values;
}
