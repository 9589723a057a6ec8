/** Ids of resources: what the documents show, and how a mock gateway's are made. */
import { patternText, type ApiModel, type Parameter } from '@swas/generator-model';
import { schemaTable, type SchemaTable } from '../values/schema-table.ts';
import { resourceParameters, type ResourceParameter } from './api-knowledge.ts';

/** How ids are numbered: a text, and so many digits. */
export interface IdForm {
  readonly prefix: string;
  readonly digits: number;
}

/** What is known of a resource's ids. */
export interface ResourceIds {
  /** One that the documents show, to make up others of the same form. */
  readonly example: string;
  /** Of the ids that a mock gateway is given. */
  readonly form: IdForm;
}

/** As long as the ids of the documents, because a server may count characters. */
const usual: IdForm = { prefix: 'm-contract', digits: 12 };

const lengths = [12, 10, 8, 6, 4];

/** The id of a number. The suite makes ids in the same way, which a test of its package holds together. */
export const idOf = ({ prefix, digits }: IdForm, number: number): string =>
  prefix + String(number).padStart(digits, '0');

/** Whether every parameter that takes such an id takes it. */
function fits(id: string, places: readonly ResourceParameter[], table: SchemaTable): boolean {
  return places.every(({ parameter, array }) =>
    table.accepts(parameter.schema, array === undefined ? id : [id]),
  );
}

/** How patterns begin, and the documents' ids: `vpc-`. */
function beginnings(texts: readonly string[]): readonly string[] {
  const starts = texts.map((text) => /^[A-Za-z]*[-_.:/]?/.exec(text)?.[0] ?? '');
  return [...new Set([...starts, ''])].flatMap((start) => [`${start}contract`, start]);
}

function formOf(
  texts: readonly string[],
  places: readonly ResourceParameter[],
  table: SchemaTable,
): IdForm | undefined {
  const forms = [
    usual,
    ...beginnings(texts).flatMap((prefix) => lengths.map((digits) => ({ prefix, digits }))),
  ];
  return forms.find((form) => [1, 199].every((number) => fits(idOf(form, number), places, table)));
}

/** Texts that the patterns of the ids themselves describe. */
const patternTexts = (places: readonly ResourceParameter[], table: SchemaTable): readonly string[] =>
  places.flatMap(({ parameter, array }) => {
    const schema = table.resolve(array?.items ?? parameter.schema);
    const pattern = schema.kind === 'string' ? schema.pattern : undefined;
    return (pattern === undefined ? undefined : patternText(pattern, 0)) ?? [];
  });

const shownIds = ({ example }: Parameter): readonly string[] =>
  [example].flat().flatMap((id) => (typeof id === 'string' ? id : []));

/** What is known of the ids of every resource. */
export function resourceIds({
  operations,
  resources,
  schemas,
}: ApiModel): Readonly<Record<string, ResourceIds>> {
  if (resources.length === 0) return {};
  const table = schemaTable(schemas);
  const parameters = operations.flatMap((operation) => resourceParameters(operation, table));
  return Object.fromEntries(
    resources.map(({ name }) => {
      const places = parameters.filter(({ resource }) => resource === name);
      const [shown] = places.flatMap(({ parameter }) => shownIds(parameter));
      const texts = [...(shown === undefined ? [] : [shown]), ...patternTexts(places, table)];
      const form = formOf(texts, places, table) ?? usual;
      const example = shown ?? (form === usual ? `${name}-00000000` : idOf(form, 0));
      return [name, { example, form }];
    }),
  );
}
