/** One edit, as a caller meets it. */
export interface Change {
  /** `breaking`: a program that worked before may fail. */
  readonly impact: 'breaking' | 'compatible';
  /** Where: `openapi.yaml:200:25`, or what is concerned where the edit has no single place. */
  readonly place: string;
  readonly message: string;
}

export const breaking = (place: string, message: string): Change => ({ impact: 'breaking', place, message });

export const compatible = (place: string, message: string): Change => ({
  impact: 'compatible',
  place,
  message,
});

/** The same edit of a shared part is found once for every operation that uses it. */
export function withoutRepetition(changes: readonly Change[]): readonly Change[] {
  const seen = new Map(
    changes.map((change) => [`${change.impact}\n${change.place}\n${change.message}`, change]),
  );
  return [...seen.values()];
}
