const PATHS = {
  pulse: 'M3 12h4l3-8 4 16 3-8h4',
  route: 'M6 19a2 2 0 1 0 0-.01M18 5a2 2 0 1 0 0-.01M6 17c0-8 12-3 12-10',
  failed: 'M12 3 2.5 20h19zM12 10v4M12 17v.01',
  graph: 'M5 6h4v4H5zM15 4h4v4h-4zM15 15h4v4h-4zM9 8l6-2M9 9l6 7',
  map: 'M9 4 3 6v14l6-2 6 2 6-2V4l-6 2zM9 4v14M15 6v14',
  bolt: 'M13 2 4 14h7l-1 8 9-12h-7z',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14M16 16l5 5',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M19 5l-1.4 1.4M6.4 17.6 5 19',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.500 4 8.5 8.5 0 1 0 20 14.500',
  system: 'M3 5h18v11H3zM9 20h6M12 16v4',
  keys: 'M3 6h18v12H3zM7 10v.01M11 10v.01M15 10v.01M8 14h8',
  out: 'M14 4h5v16h-5M4 12h10M10 8l4 4-4 4',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  close: 'M6 6l12 12M18 6 6 18',
} as const;
export type IconName = keyof typeof PATHS;

/** Decoration: what it means stands beside it in words. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
