/** Builds small specs for tests: each test writes only the part that it is about. */

/** Moves every line of a text to the right. */
export function indent(text: string, columns: number): string {
  return text.trimEnd().replaceAll(/^(?=.)/gm, ' '.repeat(columns));
}

/** What every spec begins with. */
export const head = `openapi: 3.1.0
x-acs-product: shop
x-acs-version: '2020-06-01'
`;

/** The smallest answer. */
export const responses = `responses: { '200': { description: Done. } }`;

/** A spec of one operation, `Act`, that holds the given keys. `more` are further keys of the document. */
export function operationSpec(keys: string, more = ''): string {
  const answer = /^responses:/m.test(keys.replaceAll('‸', '')) ? '' : `\n${responses}`;
  return `${head}paths:\n  /Act:\n    post:\n${indent(`operationId: Act\n${keys}${answer}`, 6)}\n${more}`;
}

/** A spec of one operation with one query parameter `P` that holds the given keys. */
export function parameterSpec(keys: string, more = ''): string {
  return operationSpec(`parameters:\n  - name: P\n    in: query\n${indent(keys, 4)}`, more);
}

/** A spec whose answer holds a value of the given schema; `schemas` are named ones. */
export function answerSpec(schema: string, schemas = ''): string {
  const components = schemas === '' ? '' : `components:\n  schemas:\n${indent(schemas, 4)}\n`;
  const answer = `responses:\n  '200':\n    description: Done.\n    content:\n      application/json:\n        schema:\n          type: object\n          properties:\n            Value:\n`;
  return operationSpec(`${answer}${indent(schema, 14)}`, components);
}

/** A spec of one operation per name, each under its own path. */
export function namesSpec(names: readonly string[]): string {
  const paths = names.map(
    (name) => `  '/${name}':\n    post:\n      operationId: '${name}'\n      ${responses}\n`,
  );
  return `${head}paths:\n${paths.join('')}`;
}
