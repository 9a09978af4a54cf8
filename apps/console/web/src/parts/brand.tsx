export function Brand() {
  return (
    <span className="brand">
      <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
        <rect width="32" height="32" rx="8" className="brand-ground" />
        <path d="M8 23c0-6 16-5 16-13" className="brand-line" />
        <circle cx="8" cy="23" r="3.2" className="brand-stop" />
        <circle cx="24" cy="10" r="3.2" className="brand-stop" />
      </svg>
      Ride
    </span>
  );
}
