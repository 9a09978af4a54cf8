import { balance } from './balance.js';

// Arguments such as 13001:20101,20102, the port and where it leads to; what begins with -- is for whoever lists processes.
const routes = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
for (const route of routes) {
  const [port = 0, ...targets] = route.split(/[:,]/).map(Number);
  await balance(port, targets);
}
process.on('SIGTERM', () => process.exit(0));
