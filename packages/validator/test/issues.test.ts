import { parse, type ParsedUrlQuery } from 'node:querystring';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { deleteCustomImages, modifyImageShareStatus, problemDetails, ValidationError } from '../src/index.ts';
import type { Issue } from '../src/index.ts';
import { deleteCustomImages as validateDelete } from '../src/validate.ts';

const share = { RegionId: 'cn-hangzhou', ImageId: 'm-1', Operation: 'Share' };
const remove = { RegionId: 'cn-hangzhou', ImageIds: ['m-1'] };

function issuesOf(result: { readonly issues?: readonly Issue[] | undefined }): readonly Issue[] {
  return result.issues ?? [];
}

const suggestions = (value: object): unknown[] =>
  issuesOf(modifyImageShareStatus.validate(value)).map(({ suggestion }) => suggestion);

const assertEmpty = (): void => deleteCustomImages.assert({ ImageIds: [] });

describe('issues', () => {
  it('says what, where, the bound and what was found', () => {
    const [issue] = issuesOf(
      deleteCustomImages.validate({ ...remove, ImageIds: Array.from({ length: 16 }, () => 'm-1') }),
    );
    expect(issue).toMatchObject({
      code: 'maxItems',
      pointer: '/ImageIds',
      parameter: 'ImageIds',
      limit: 15,
      actual: 16,
    });
    expect(issue?.message).toBe('ImageIds must have at most 15 items, not 16.');
    expect(issue?.documentation).toMatch(/^https:.*deletecustomimages$/);
  });

  it('points into the JSON text of a parameter', () => {
    const [issue] = issuesOf(deleteCustomImages.fromQuery('RegionId=cn-hangzhou&ImageIds=["m-1",7]'));
    expect(issue).toMatchObject({ path: ['ImageIds', 1], pointer: '/ImageIds/1', jsonPointer: '/1' });
    expect(issue?.message).toBe('ImageIds[1] must be a string, not a number.');
  });

  it('makes one issue of a missing name and its misspelling', () => {
    const issues = issuesOf(
      modifyImageShareStatus.validate({ RegionID: 'cn-hangzhou', ImageId: 'm-1', Operation: 'Share' }),
    );
    expect(issues.map(({ message }) => message)).toEqual([
      'RegionId is required; did you mean it by RegionID?',
    ]);
    expect(issues[0]).toMatchObject({ code: 'required', parameter: 'RegionId', suggestion: 'RegionId' });
  });

  it('suggests the name or value that was meant, and none that is far away', () => {
    expect(suggestions({ ...share, Operation: 'unshare' })).toEqual(['UnShare']);
    expect(suggestions({ ...share, Operation: 'Delete' })).toEqual([undefined]);
    expect(suggestions({ ...share, ClientTokn: 'a' })).toEqual(['ClientToken']);
    expect(suggestions({ ...share, Unrelated: 'a' })).toEqual([undefined]);
  });

  it('suggests across two letters that changed places', () => {
    expect(suggestions({ ...share, Operation: 'Sahre' })).toEqual(['Share']);
    expect(suggestions({ ...share, Operation: 'Store' })).toEqual([undefined]);
    expect(suggestions({ ...share, Operation: 'UnShare'.replace('re', 'er') })).toEqual(['UnShare']);
    expect(suggestions({ ...share, ClientTokken: 'a' })).toEqual(['ClientToken']);
  });

  it('lets no name break a line or steer a terminal', () => {
    const issues = issuesOf(modifyImageShareStatus.validate({ ...share, 'a\nb\u001b[2J\u009b': 1 }));
    expect(issues[0]?.message).toBe('a...b...[2J... is not a name of this request.');
    const long = issuesOf(modifyImageShareStatus.validate({ ...share, [`${'😀'.repeat(81)}\n`]: 1 }));
    expect(long[0]?.message).toBe(`${'😀'.repeat(80)}... is not a name of this request.`);
  });

  it('says what the server would answer, where that is documented', () => {
    const [issue] = issuesOf(modifyImageShareStatus.validate({ ...share, Operation: 'share' }));
    expect(issue?.serverCode).toBe('InvalidParam.OperationIllegal');
  });

  it('speaks of ASCII instead of a regular expression', () => {
    const [issue] = issuesOf(modifyImageShareStatus.validate({ ...share, ClientToken: 'clé' }));
    expect(issue?.message).toBe('ClientToken must contain only ASCII characters.');
  });

  it('counts characters, not UTF-16 units', () => {
    const [issue] = issuesOf(modifyImageShareStatus.validate({ ...share, ClientToken: '😀'.repeat(65) }));
    expect(issue).toMatchObject({ code: 'maxLength', limit: 64, actual: 65 });
    expect(
      issuesOf(modifyImageShareStatus.validate({ ...share, ClientToken: '😀'.repeat(64) }))[0]?.code,
    ).toBe('pattern');
  });

  it('never shows a token', () => {
    const secret = 'sécret-token';
    const results = [
      modifyImageShareStatus.validate({ ...share, ClientToken: secret }),
      modifyImageShareStatus.validate({ ...share, ClientToken: secret.repeat(10) }),
      modifyImageShareStatus.validate({ ...share, ClientToken: [secret] }),
      modifyImageShareStatus.validate({ ...share, ClientTokn: secret }),
      modifyImageShareStatus.fromQuery([
        ['ClientToken', secret],
        ['ClientToken', secret],
      ]),
    ];
    for (const result of results) {
      expect(result.ok).toBe(false);
      const dump = inspect(result, { depth: 9, showHidden: true, getters: true }) + JSON.stringify(result);
      expect(dump).toContain('ClientTok');
      expect(dump).not.toContain(secret);
    }
  });

  it('throws from assert with every issue in the message', () => {
    expect(assertEmpty).toThrow(ValidationError);
    expect(assertEmpty).toThrow(
      'Invalid DeleteCustomImages request: RegionId is required. ImageIds must have at least 1 item, not 0.',
    );
    expect(() => deleteCustomImages.assert(remove)).not.toThrow();
  });

  it('makes RFC 9457 problem details', () => {
    const details = problemDetails(
      issuesOf(deleteCustomImages.validate({ RegionId: 'cn-hangzhou', ImageIds: ['m-1', 2] })),
      422,
    );
    expect(details).toMatchObject({
      status: 422,
      title: 'Invalid request',
      detail: 'ImageIds[1] must be a string, not a number.',
    });
    expect(details.errors).toEqual([{ detail: details.detail, pointer: '#/ImageIds/1', code: 'type' }]);
  });

  it('come alike from the function that only validates', () => {
    const request = { RegionID: 'cn-hangzhou', ImageIds: ['m-1', null], Extra: 1 };
    const whole = JSON.stringify(deleteCustomImages.validate(request));
    expect(JSON.stringify(validateDelete(request))).toBe(whole);
    expect(whole).toContain('did you mean it by RegionID?');
    expect(validateDelete(remove)).toEqual({ ok: true, value: remove });
  });

  it('tells a repeated name and an unreadable text once each', () => {
    const { issues } = deleteCustomImages.fromQuery('ImageIds=m-1&RegionId=a&RegionId=b&RegionId=c&x=', {
      unknown: 'ignore',
    });
    expect(issues?.map(({ code, message }) => [code, message])).toEqual([
      ['json', 'ImageIds must be JSON text such as ["m-2zehv38jjmwva1ee****"].'],
      ['repeated', 'RegionId must be given only once.'],
    ]);
  });

  it("reads what Node's own parser makes of a query", () => {
    const query: ParsedUrlQuery = parse('RegionId=cn-hangzhou&ImageIds=["m-1"]');
    expect(deleteCustomImages.fromQuery(query)).toEqual({ ok: true, value: remove });
    expect(deleteCustomImages.fromQuery({ ...query, ClientToken: undefined }).ok).toBe(true);
  });

  it('follows Standard Schema', () => {
    const standard = deleteCustomImages['~standard'];
    expect(standard).toMatchObject({ version: 1, vendor: 'swas' });
    expect(standard.validate(remove)).toMatchObject({ value: remove });
    expect(standard.validate({}).issues?.[0]).toMatchObject({
      message: 'RegionId is required.',
      path: ['RegionId'],
    });
  });
});
