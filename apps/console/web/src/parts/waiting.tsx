/** As high as little content is, so that nothing jumps when it comes. */
export function Waiting() {
  return (
    <div className="waiting" role="status">
      Loading …
    </div>
  );
}
