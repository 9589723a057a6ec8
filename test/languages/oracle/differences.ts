/** A kind of difference between our types and those of openapi-generator's typescript-fetch. */
export interface Difference {
  readonly reason: string;
  /** Feature of the corpus, type of ours, and the names of its properties that differ, ours and theirs. */
  readonly places: readonly (readonly [feature: string, type: string, ...properties: string[]])[];
}

/**
 * Every known difference for the corpus. An entry that no longer differs fails the comparison, like a difference that is not here.
 * Alike everywhere and therefore not listed: ours are `readonly`.
 */
export const differences: readonly Difference[] = [
  {
    reason: 'A value without a schema is `any` there and `unknown` here, so that nobody uses it unchecked.',
    places: [
      ['free-form', 'FreeFormRequest', 'Anything'],
      ['free-form', 'FreeFormResult', 'Data'],
    ],
  },
  {
    reason:
      'Any JSON object is `object` there, which arrays and functions are too; here it has names and values.',
    places: [['free-form', 'FreeFormRequest', 'Settings']],
  },
  {
    reason: 'What one member of `allOf` describes and another one requires stays optional there.',
    places: [['form-all-of', 'FormAllOfRequest', 'Name']],
  },
  {
    reason: 'A `const` without a `type` is `any` there; here it is the literal.',
    places: [['const-and-enum', 'EnumsRequest', 'Always']],
  },
  {
    reason: 'An alternative of an union that has an `enum` loses its literals there.',
    places: [['one-of', 'OneOfRequest', 'Size']],
  },
  {
    reason: '`anyOf` of anything but objects is an interface without properties there.',
    places: [['any-of', 'AnyOfRequest', 'Value']],
  },
  {
    reason: '`uniqueItems` makes a `Set` there, which JSON has not; here it stays an array.',
    places: [['array-limits', 'ArraysRequest', 'Pairs', 'Unique']],
  },
  {
    reason:
      '`date` and `date-time` make a `Date` there; here the text of the wire stays, whatever its precision.',
    places: [['string-formats', 'FormatsRequest', 'Day', 'Time']],
  },
  {
    reason: 'The schema below the `content` of a parameter is not read there: it is any `object`.',
    places: [['json-content', 'JsonContentRequest', 'Filter']],
  },
  {
    reason: 'Dashes become underscores there; here the name of the wire stays, in quotes.',
    places: [['header-parameters', 'HeadersRequest', 'X-Level', 'X-Mode', 'X_Level', 'X_Mode']],
  },
  {
    reason:
      'A property that is called like a keyword gets an underscore there; no property has to, in TypeScript.',
    places: [
      ['reserved-names', 'AwaitRequest', 'arguments'],
      ['reserved-names', 'DeleteRequest', 'class', 'default', '_class', '_default'],
    ],
  },
  {
    reason: 'The schema `Promise` hides the global type there, so that no method has a usable answer.',
    places: [
      ['reserved-names', 'AwaitResult', 'RequestId'],
      ['reserved-names', 'CreateClientResult', 'RequestId'],
      ['reserved-names', 'DeleteResult', 'RequestId'],
      ['reserved-names', 'EndpointsResult', 'RequestId'],
      ['reserved-names', 'FetchTransportResult', 'RequestId'],
      ['reserved-names', 'FunctionSchemaResult', 'RequestId'],
      ['reserved-names', 'IndexResult', 'RequestId'],
      ['reserved-names', 'ProblemDetailsResult', 'RequestId'],
    ],
  },
];

/** Features for which typescript-fetch emits what is not TypeScript, with the reason. One that compiles fails the comparison. */
export const brokenThere: Readonly<Record<string, string>> = {
  'hostile-names': 'a property name of a quote alone is left out, its type stays',
  'hostile-texts': 'the end of a comment in a description ends the comment',
  'odd-names': 'an operation whose name starts with a digit gives an interface that does',
};
