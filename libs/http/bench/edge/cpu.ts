/** Loaded before a contestant's program: tells its parent, when asked, the CPU seconds that the process has taken. */
process.on('message', (message) => {
  if (message !== 'cpu') return;
  const { user, system } = process.cpuUsage();
  process.send!({ cpu: (user + system) / 1e6 });
});
process.once('disconnect', () => process.exit(1));
