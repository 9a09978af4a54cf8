import { isFree } from '../free-ports.js';
import { type Finding } from './finding.js';
import { portHolder } from './port-holder.js';

/** `ports`: each with the variable that moves it. A finding for each that somebody holds, and for two that are the same. */
export async function portFindings(ports: ReadonlyMap<string, number>): Promise<Finding[]> {
  const findings: Finding[] = [];
  const seen = new Map<number, string>();
  for (const [variable, port] of ports) {
    const other = seen.get(port);
    if (other !== undefined) {
      findings.push({
        code: 'port_twice',
        what: `${variable} and ${other} are both ${port}.`,
        todo: 'Give one of them another port.',
      });
    } else if (!(await isFree(port))) {
      const holder = portHolder(port);
      const who = holder === undefined ? 'another program' : `pid ${holder.pid} (${shortened(holder.command)})`;
      findings.push({
        code: 'port_held',
        what: `Port ${port} is held by ${who}.`,
        todo: `Stop it, or choose another port: ${variable}=${port + 1000 > 65535 ? port - 1000 : port + 1000} npm start`,
      });
    }
    seen.set(port, variable);
  }
  return findings;
}

function shortened(command: string): string {
  return command.length > 80 ? `${command.slice(0, 80)}…` : command;
}
