import { _, stringify } from 'ajv';
import type { Ajv, CodeKeywordDefinition, KeywordCxt } from 'ajv';

/** Values of an `enum` that are compared one by one at most: an expression of a thousand is nested too deeply to be read. */
const mostCompared = 100;

/** Members of a union that ajv may write one inside another at most: with each level the code takes longer to edit. */
const mostNested = 16;

/** Has ajv write long lists as flat code. Short ones, which nearly all are, it writes as before. */
export function flattenLongLists(ajv: Ajv): void {
  replaceLong(ajv, 'enum', mostCompared, writeEnum);
  replaceLong(ajv, 'anyOf', mostNested, writeAnyOf);
  replaceLong(ajv, 'oneOf', mostNested, writeOneOf);
}

/** The rule stays where it stands among others: the one that follows it is looked up before it is taken out. */
function replaceLong(ajv: Ajv, keyword: string, most: number, write: (context: KeywordCxt) => void): void {
  const original = ajv.getKeyword(keyword) as CodeKeywordDefinition;
  const group = ajv.RULES.rules.find(({ rules }) => rules.some((rule) => rule.keyword === keyword));
  const index = group?.rules.findIndex((rule) => rule.keyword === keyword) ?? -1;
  const next = group?.rules[index + 1]?.keyword;
  ajv.removeKeyword(keyword);
  ajv.addKeyword({
    ...original,
    ...(next === undefined ? {} : { before: next }),
    code(context, ruleType) {
      if ((context.schema as readonly unknown[]).length > most) write(context);
      else original.code(context, ruleType);
    },
  });
}

function writeEnum(context: KeywordCxt): void {
  context.pass(_`${stringify(context.schema)}.includes(${context.data})`);
}

function writeAnyOf(context: KeywordCxt): void {
  const { gen, schema, keyword } = context;
  const valid = gen.let('valid', false);
  const matches = gen.name('_valid');
  (schema as readonly unknown[]).forEach((_member, schemaProp) => {
    gen.if(_`!${valid}`, () => {
      context.subschema({ keyword, schemaProp, compositeRule: true }, matches);
      gen.assign(valid, matches);
    });
  });
  close(context, valid);
}

function writeOneOf(context: KeywordCxt): void {
  const { gen, schema, keyword } = context;
  const valid = gen.let('valid', false);
  const passing = gen.let('passing', null);
  const matches = gen.name('_valid');
  context.setParams({ passing });
  (schema as readonly unknown[]).forEach((_member, schemaProp) => {
    // A list holds the two members that match: no further one is asked.
    gen.if(_`!Array.isArray(${passing})`, () => {
      context.subschema({ keyword, schemaProp, compositeRule: true }, matches);
      gen.if(
        _`${matches} && ${valid}`,
        () => gen.assign(valid, false).assign(passing, _`[${passing}, ${schemaProp}]`),
        () => gen.if(matches, () => gen.assign(valid, true).assign(passing, schemaProp)),
      );
    });
  });
  close(context, valid);
}

/** Nothing of what the members found is kept where the union as a whole holds. */
function close(context: KeywordCxt, valid: ReturnType<KeywordCxt['gen']['name']>): void {
  context.result(
    valid,
    () => context.reset(),
    () => context.error(true),
  );
}
