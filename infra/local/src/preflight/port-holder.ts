import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { commandLine } from '../processes.js';

export interface Holder {
  readonly pid: number;
  readonly command: string;
}

/** The process that listens on a port; undefined when it can't be had (another user's, no tool). */
export function portHolder(port: number): Holder | undefined {
  const pid = process.platform === 'linux' ? (fromProc(port) ?? fromLsof(port)) : fromLsof(port);
  return pid === undefined ? undefined : { pid, command: commandLine(pid) };
}

function fromProc(port: number): number | undefined {
  const sockets = new Set(
    ['tcp', 'tcp6'].flatMap((table) => listeningInodes(table, port)).map((inode) => `socket:[${inode}]`),
  );
  if (sockets.size === 0) return undefined;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((pid) => descriptors(pid).some((target) => sockets.has(target)));
}

/** Of /proc/net/tcp: local address in column 1 as hex address:port, state in 3 (0A: LISTEN), inode in 9. */
function listeningInodes(table: string, port: number): string[] {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  try {
    const rows = readFileSync(`/proc/net/${table}`, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/));
    return rows.flatMap((row) => (row[1]?.endsWith(suffix) && row[3] === '0A' && row[9] !== undefined ? [row[9]] : []));
  } catch {
    return [];
  }
}

function descriptors(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return [readlinkSync(`/proc/${pid}/fd/${fd}`)];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
}

function fromLsof(port: number): number | undefined {
  try {
    const said = execFileSync('lsof', ['-nP', '-t', `-iTCP:${port}`, '-sTCP:LISTEN'], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    const pid = Number(said.trim().split('\n')[0]);
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}
