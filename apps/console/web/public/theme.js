// Before the first paint, so that nothing flashes in the other theme.
try {
  const chosen = localStorage.getItem('ride.theme');
  if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.theme = chosen;
} catch {
  // A browser that stores nothing shows what the system prefers.
}
