import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { deleteCustomImages, modifyImageShareStatus } from '@swas/validator';
import { deleteCustomImages as isDelete, modifyImageShareStatus as isModify } from '@swas/validator/is';
import {
  deleteCustomImages as deleteSchema,
  modifyImageShareStatus as modifySchema,
} from '@swas/validator/json-schema';
import { z } from 'zod';

type Decide = (value: unknown) => boolean;

/** One operation in the eyes of everybody who can decide about its requests. */
interface Jury {
  readonly ours: Decide;
  readonly guard: Decide;
  readonly validates: Decide;
  readonly ajv: Decide;
  readonly zod: Decide;
}

// Written by hand from the documentation, not from our JSON Schema: an error there would show.
const token = z
  .string()
  .refine((text) => [...text].length <= 64)
  .regex(/^[\0-\x7F]*$/)
  .optional();
const zodDelete = z.strictObject({
  RegionId: z.string(),
  ImageIds: z.array(z.string()).min(1).max(15),
  ClientToken: token,
});
const zodModify = z.strictObject({
  RegionId: z.string(),
  ImageId: z.string(),
  Operation: z.enum(['Share', 'UnShare']),
  ClientToken: token,
});

/** The requests are plain JSON, so that all members of a jury mean the same by "property". */
const juries: Readonly<Record<string, Jury>> = {
  deleteCustomImages: {
    ours: deleteCustomImages.is,
    guard: isDelete,
    validates: (value) => deleteCustomImages.validate(value).ok,
    ajv: ajvFor(deleteSchema),
    zod: (value) => zodDelete.safeParse(value).success,
  },
  modifyImageShareStatus: {
    ours: modifyImageShareStatus.is,
    guard: isModify,
    validates: (value) => modifyImageShareStatus.validate(value).ok,
    ajv: ajvFor(modifySchema),
    zod: (value) => zodModify.safeParse(value).success,
  },
};

function ajvFor(source: typeof deleteSchema): Decide {
  const { $schema: _, ...schema } = source['~standard'].jsonSchema.input({ target: 'draft-2020-12' });
  return new Ajv({ ownProperties: true }).compile(schema);
}

const text = fc.oneof(
  fc.constantFrom('cn-hangzhou', 'm-1', 'Share', 'UnShare', 'share', ''),
  fc.string({ unit: 'binary', maxLength: 70 }),
  fc.string({ minLength: 60, maxLength: 68 }),
);
const anyToken = fc.oneof(
  { weight: 6, arbitrary: fc.string({ maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc.oneof(text, fc.constantFrom('a'.repeat(64), 'a'.repeat(65), '😀'.repeat(32), 'é')),
  },
);
const odd = fc.oneof(
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(text, { maxLength: 2 }),
  fc.dictionary(text, text, { maxKeys: 2 }),
);
const mostly = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 25, arbitrary: value }, { weight: 1, arbitrary: odd });

const names = ['RegionId', 'ImageIds', 'ImageId', 'Operation', 'ClientToken'];
const members = {
  RegionId: mostly(text),
  ImageId: mostly(text),
  ImageIds: mostly(
    fc.oneof(
      fc.array(text, { maxLength: 17 }),
      fc.array(text, { minLength: 1, maxLength: 15 }),
      fc.array(mostly(text), { maxLength: 3 }),
    ),
  ),
  Operation: mostly(fc.constantFrom('Share', 'UnShare', 'Share', 'UnShare', 'Share', 'Delete')),
  ClientToken: mostly(anyToken),
};

/** Requests near the border between valid and invalid: all names of an operation, now and then one less or one more. */
function requests(required: readonly (keyof typeof members)[]): fc.Arbitrary<unknown> {
  const declared = Object.fromEntries(
    [...required, 'ClientToken' as const].map((name) => [name, members[name]]),
  );
  const base = fc.record(declared, { requiredKeys: required as string[] });
  const extra = fc.dictionary(
    fc.oneof(fc.constantFrom(...names, '__proto__', 'constructor'), fc.string({ maxLength: 3 })),
    odd,
    { maxKeys: 1 },
  );
  const changed = fc.tuple(
    base,
    fc.option(fc.constantFrom(...required), { freq: 6 }),
    fc.oneof({ weight: 6, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: extra }),
  );
  return changed.map(([request, missing, more]) => {
    const entries = Object.entries(request).filter(([name]) => name !== missing);
    return JSON.parse(JSON.stringify(Object.fromEntries([...entries, ...Object.entries(more)]))) as unknown;
  });
}

const operations = {
  deleteCustomImages: requests(['RegionId', 'ImageIds']),
  modifyImageShareStatus: requests(['RegionId', 'ImageId', 'Operation']),
};

/** Has all of them judge random requests of an operation. Answers how many were valid and how many not. */
export function judge(
  operation: keyof typeof operations,
  runs: number,
): { readonly valid: number; readonly invalid: number } {
  const jury = juries[operation];
  if (jury === undefined) throw new Error(`No jury for ${operation}.`);
  const counts = { valid: 0, invalid: 0 };
  fc.assert(
    fc.property(operations[operation], (request) => {
      const verdicts = Object.entries(jury).map(([name, decide]) => [name, decide(request)] as const);
      const accepted = verdicts.filter(([, verdict]) => verdict);
      if (accepted.length > 0 && accepted.length < verdicts.length) {
        throw new Error(
          `Only ${accepted.map(([name]) => name).join(', ')} accepted ${JSON.stringify(request)}`,
        );
      }
      counts[accepted.length > 0 ? 'valid' : 'invalid'] += 1;
    }),
    { numRuns: runs, endOnFailure: true },
  );
  return counts;
}
