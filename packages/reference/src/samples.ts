/** A program in the client's own words, as the reference page shows it. */
export interface Sample {
  /** Wire name of the operation that it calls. */
  readonly operation: string;
  readonly label: string;
  /** TypeScript that compiles as it stands. */
  readonly source: string;
}
