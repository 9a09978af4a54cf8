import { SetMetadata } from '@nestjs/common';

/** Metadata of a controller: the group of routes that it belongs to. */
export const TAG = Symbol('tag');
export interface Tag {
  readonly name: string;
  readonly description: string;
}

/** Under which heading the controller's routes stand in the document. */
export function Tag(name: string, description: string): ClassDecorator {
  return SetMetadata(TAG, { name, description } satisfies Tag);
}
