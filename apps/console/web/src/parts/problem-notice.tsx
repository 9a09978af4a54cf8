import { NoAnswer, RideProblem } from '@ride/client';
import { Notice } from './notice.js';

interface Props {
  /** What did not work, such as `The journey can’t be shown`. */
  readonly title: string;
  readonly error: Error;
  readonly onRetry?: () => void;
}

/** An error as it was answered: what to do, its stable code, and under which id the logs have it. */
export function ProblemNotice({ title, error, onRetry }: Props) {
  const { code, about } = aboutOf(error);
  return (
    <Notice tone="bad" title={title}>
      <p>{error.message}</p>
      {error instanceof RideProblem && error.errors.length > 0 && (
        <ul>
          {error.errors.map(({ path, message }) => (
            <li key={path}>
              <code>{path}</code> {message}
            </li>
          ))}
        </ul>
      )}
      {code !== undefined && (
        <p className="hint">
          Code <code>{code}</code>
          {about !== undefined && (
            <>
              , correlation id <code>{about}</code>
            </>
          )}
        </p>
      )}
      {onRetry !== undefined && <button onClick={onRetry}>Try again</button>}
    </Notice>
  );
}

function aboutOf(error: Error): { readonly code?: string; readonly about?: string | undefined } {
  if (error instanceof RideProblem) return { code: error.code, about: error.correlationId };
  return error instanceof NoAnswer ? { code: error.code } : {};
}
