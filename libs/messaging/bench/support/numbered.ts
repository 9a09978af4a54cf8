/** An id that carries a number, for facts whose order is checked. */
export const numbered = (number: number): string => `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
export const numberOf = (id: string): number => parseInt(id.slice(24), 16);
