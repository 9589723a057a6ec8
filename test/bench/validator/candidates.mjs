// Every validator for the same two schemas. All answer a boolean; `all` variants collect every issue first.
import { validator as schemasafe } from '@exodus/schemasafe';
import { Type } from '@sinclair/typebox';
import { TypeCompiler } from '@sinclair/typebox/compiler';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { type } from 'arktype';
import { createRequire } from 'node:module';
import * as v from 'valibot';
import { z } from 'zod';
import * as ours from '@swas/validator';
import * as schemas from '@swas/validator/json-schema';
import { deleteByHand, modifyByHand } from './by-hand.mjs';

const ascii = /^\p{ASCII}*$/u;
const short = (text) => [...text].length <= 64;
const plain = (source) => {
  const { $schema: _, ...schema } = source['~standard'].jsonSchema.input({ target: 'draft-2020-12' });
  return schema;
};

/** ajv's standalone module, loaded as its own documentation does: from source text. */
function standalone(schema) {
  const ajv = new Ajv({ allErrors: true, code: { source: true } });
  const module = { exports: {} };
  const load = new Function('module', 'require', standaloneCode(ajv, ajv.compile(schema)));
  load(module, createRequire(import.meta.url));
  return module.exports.default ?? module.exports;
}

const valibotToken = v.optional(v.pipe(v.string(), v.check(short), v.regex(ascii)));
const zodToken = z.string().refine(short).regex(ascii).optional();
const boxToken = Type.Optional(Type.String({ maxLength: 64, pattern: '^[\\x00-\\x7F]*$' }));
const arkToken = type('string <= 64').and(ascii);

const operations = {
  ModifyImageShareStatus: {
    ours: ours.modifyImageShareStatus,
    schema: plain(schemas.modifyImageShareStatus),
    byHand: modifyByHand,
    zod: z.strictObject({
      RegionId: z.string(),
      ImageId: z.string(),
      Operation: z.enum(['Share', 'UnShare']),
      ClientToken: zodToken,
    }),
    valibot: v.strictObject({
      RegionId: v.string(),
      ImageId: v.string(),
      Operation: v.picklist(['Share', 'UnShare']),
      ClientToken: valibotToken,
    }),
    typebox: Type.Object(
      {
        RegionId: Type.String(),
        ImageId: Type.String(),
        Operation: Type.Union([Type.Literal('Share'), Type.Literal('UnShare')]),
        ClientToken: boxToken,
      },
      { additionalProperties: false },
    ),
    arktype: type({
      '+': 'reject',
      RegionId: 'string',
      ImageId: 'string',
      Operation: "'Share' | 'UnShare'",
      'ClientToken?': arkToken,
    }),
  },
  DeleteCustomImages: {
    ours: ours.deleteCustomImages,
    schema: plain(schemas.deleteCustomImages),
    byHand: deleteByHand,
    zod: z.strictObject({
      RegionId: z.string(),
      ImageIds: z.array(z.string()).min(1).max(15),
      ClientToken: zodToken,
    }),
    valibot: v.strictObject({
      RegionId: v.string(),
      ImageIds: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(15)),
      ClientToken: valibotToken,
    }),
    typebox: Type.Object(
      {
        RegionId: Type.String(),
        ImageIds: Type.Array(Type.String(), { minItems: 1, maxItems: 15 }),
        ClientToken: boxToken,
      },
      { additionalProperties: false },
    ),
    arktype: type({
      '+': 'reject',
      RegionId: 'string',
      ImageIds: '1 <= string[] <= 15',
      'ClientToken?': arkToken,
    }),
  },
};

/** Functions that decide about valid requests of an operation, by the library's name. */
export function deciders(name) {
  const { ours: own, schema, byHand, zod, valibot, typebox, arktype } = operations[name];
  const compiledZod = typeof z.compile === 'function' ? z.compile(zod) : undefined;
  const box = TypeCompiler.Compile(typebox);
  return {
    'ours: is': own.is,
    'ours: validate (copies)': (value) => own.validate(value).ok,
    'by hand': byHand,
    'ajv run time': new Ajv({ allErrors: true }).compile(schema),
    'ajv standalone': standalone(schema),
    zod: (value) => zod.safeParse(value).success,
    ...(compiledZod === undefined ? {} : { 'zod compiled': (value) => compiledZod.safeParse(value).success }),
    valibot: (value) => v.safeParse(valibot, value).success,
    'typebox compiled': (value) => box.Check(value),
    schemasafe: schemasafe(schema),
    arktype: (value) => arktype.allows(value),
  };
}

/** Functions that collect all issues of invalid requests, without asking for their text. */
export function explainers(name) {
  const { ours: own, schema, zod, valibot, typebox, arktype } = operations[name];
  const ajv = new Ajv({ allErrors: true }).compile(schema);
  const safe = schemasafe(schema, { includeErrors: true, allErrors: true });
  const box = TypeCompiler.Compile(typebox);
  return {
    'ours: validate': (value) => own.validate(value).issues.length > 2,
    'ajv run time': (value) => !ajv(value) && ajv.errors.length > 2,
    zod: (value) => zod.safeParse(value).error.issues.length > 2,
    valibot: (value) => v.safeParse(valibot, value).issues.length > 2,
    'typebox compiled': (value) => [...box.Errors(value)].length > 2,
    schemasafe: (value) => !safe(value) && safe.errors.length > 2,
    arktype: (value) => arktype(value).length > 2,
  };
}
