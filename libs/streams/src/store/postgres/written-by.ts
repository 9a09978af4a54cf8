import type { UnitOfWork } from '@ride/messaging';

/** The tasks of an application that have committed, and the fingerprint that they did it under. */
export function writtenBy(
  unitOfWork: UnitOfWork,
  app: string,
): Promise<readonly { readonly id: string; readonly fingerprint: string }[]> {
  return unitOfWork.find(
    'fingerprints of stream tasks',
    'SELECT id, fingerprint FROM stream_position WHERE commits > 0 AND starts_with(id, $1) ORDER BY id',
    [`${app} `],
  );
}
