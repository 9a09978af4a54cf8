import { DefaultNamingStrategy } from 'typeorm';

/** Columns in PostgreSQL's own habit: `dueAt` stands in `due_at`. */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(property: string, custom: string | undefined, prefixes: string[]): string {
    const name = custom ?? property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return [...prefixes, name].join('_');
  }
}
