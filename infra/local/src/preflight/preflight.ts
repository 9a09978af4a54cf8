import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigurationError, settings, type Settings } from '@ride/configuration';
import { type Layout } from '../layout.js';
import { type Finding } from './finding.js';
import { portFindings } from './ports.js';
import { postgresFolderFindings } from './postgres-folder.js';

/** The part that set-up asks too, before anything is installed: Java, memory, disk. */
interface Machine {
  machineFindings(about: { root: string; cold: boolean; jarsMissing: boolean }): Promise<Finding[]>;
}

/**
 * Everything that keeps the whole stack from starting here, all at once. Nothing is started or changed. `held`: variables of
 * ports that are held rightly.
 */
export async function preflight(
  layout: Layout,
  env: NodeJS.ProcessEnv,
  held: readonly string[] = [],
): Promise<Finding[]> {
  const machine = (await import(pathToFileURL(join(layout.root, 'infra', 'machine.mjs')).href)) as Machine;
  const asked = machine.machineFindings({ root: layout.root, cold: false, jarsMissing: false });
  const { findings, here } = configured(env);
  const free = [...portVariables(here)].filter(([variable]) => !held.includes(variable));
  const ports = await portFindings(new Map(free));
  return [...findings, ...(await asked), ...postgresFolderFindings(layout), ...ports];
}

/** With a setting refused, the ports are still looked at: by those that are given rightly, and their defaults. */
function configured(env: NodeJS.ProcessEnv): { findings: Finding[]; here: Settings } {
  try {
    return { findings: [], here: settings({ ...env }) };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const todo = 'docs/configuration.md lists every setting.';
    const refused = new Set(error.findings.map(({ variable }) => variable));
    const rest = Object.fromEntries(
      Object.entries(env).filter(([name]) => name.endsWith('_PORT') && !refused.has(name)),
    );
    return {
      findings: error.findings.map(({ message }) => ({ code: 'setting_refused', what: message, todo })),
      here: settings(rest),
    };
  }
}

export function portVariables({ ports, breaks }: Settings): Map<string, number> {
  return new Map([
    ['RIDE_KAFKA_PORT', ports.kafka],
    ['RIDE_KAFKA_CONTROLLER_PORT', ports.kafkaController],
    ['RIDE_POSTGRES_PORT', ports.postgres],
    ['RIDE_REDIS_PORT', ports.redis],
    ['RIDE_SCHEMA_REGISTRY_PORT', ports.registry],
    ['RIDE_ISSUER_PORT', ports.issuer],
    ['RIDE_RIDER_PORT', ports.rider],
    ['RIDE_DRIVER_PORT', ports.driver],
    ['RIDE_MATCHING_PORT', ports.matching],
    ['RIDE_BOOKING_PORT', ports.booking],
    ['RIDE_NOTIFICATION_PORT', ports.notification],
    ...(breaks ? [['RIDE_FAULTS_PORT', ports.faults] as const] : []),
    ['RIDE_INSIGHTS_PORT', ports.insights],
    ['RIDE_CONSOLE_PORT', ports.console],
  ]);
}
