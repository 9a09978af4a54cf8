/** A value as JSON, to be read and copied. */
export function Data({ value, label = 'Data' }: { readonly value: unknown; readonly label?: string }) {
  return (
    <pre className="data" tabIndex={0} role="region" aria-label={label}>
      {JSON.stringify(value, null, 2)}
    </pre>
  );
}
