/** Standard Schema version 1 (https://standardschema.dev), written out so that no dependency is needed. */
export interface StandardSchema<T> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => StandardResult<T>;
    /** Never set at run time: carries the types. */
    readonly types?: { readonly input: T; readonly output: T } | undefined;
  };
}

/** Result of Standard Schema's `validate`. */
export type StandardResult<T> =
  | { readonly value: T; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

/** The members that Standard Schema requires of an issue. */
export interface StandardIssue {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
}
