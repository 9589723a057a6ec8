import { describe, expect, it } from 'vitest';
import { deleteCustomImages, modifyImageShareStatus, problemDetails } from '../src/index.ts';
import type { Result } from '../src/index.ts';

const share = { RegionId: 'cn-hangzhou', ImageId: 'm-1', Operation: 'Share' };
const region = { RegionId: 'cn-hangzhou' };

const codes = (result: Result<unknown>): unknown[] => (result.issues ?? []).map(({ code }) => code);

describe('hostile requests', () => {
  it('sees own properties only', () => {
    const heir = Object.create(share) as object;
    expect(modifyImageShareStatus.is(heir)).toBe(false);
    expect(codes(modifyImageShareStatus.validate(heir))).toEqual(['required', 'required', 'required']);
    expect(modifyImageShareStatus.is(Object.assign(Object.create(null), share))).toBe(true);
    expect(modifyImageShareStatus.is(Object.assign(Object.create({ Extra: 1 }), share))).toBe(true);
  });

  it('is not misled by a polluted Object.prototype', () => {
    const polluted = Object.prototype as unknown as Record<string, unknown>;
    try {
      polluted['ImageId'] = 'm-inherited';
      expect(modifyImageShareStatus.is(share)).toBe(true);
      expect(codes(modifyImageShareStatus.validate({ ...region, Operation: 'Share' }))).toEqual(['required']);
    } finally {
      delete polluted['ImageId'];
    }
  });

  it('takes `__proto__` for a name like any other', () => {
    const request = JSON.parse('{"__proto__":{"RegionId":"cn-hangzhou"},"ImageIds":["m-1"]}') as unknown;
    const result = deleteCustomImages.validate(request);
    expect(codes(result)).toEqual(['additionalProperties', 'required']);
    expect(deleteCustomImages.validate({ ...region, ImageIds: ['__proto__', '__proto__'] }).ok).toBe(true);
  });

  it('reads a getter once when the request is valid, and returns what it checked', () => {
    let reads = 0;
    const request = {
      ...share,
      get ImageId(): unknown {
        reads += 1;
        return reads === 1 ? 'm-1' : 666;
      },
    };
    expect(modifyImageShareStatus.validate(request)).toEqual({ ok: true, value: share });
    expect(reads).toBe(1);
  });

  it('returns a copy that later changes do not reach', () => {
    const request = { ...region, ImageIds: ['m-1'] };
    const result = deleteCustomImages.validate(request);
    request.ImageIds.push('m-2');
    expect(result).toEqual({ ok: true, value: { ...region, ImageIds: ['m-1'] } });
  });

  it('never throws for what cannot be read', () => {
    const broken = new Proxy(
      {},
      {
        getPrototypeOf: () => {
          throw new Error('no');
        },
      },
    );
    const getter = {
      get RegionId(): string {
        throw new Error('no');
      },
    };
    for (const value of [
      broken,
      getter,
      {
        ...region,
        ImageIds: new Proxy([], {
          get: () => {
            throw new Error('no');
          },
        }),
      },
    ]) {
      expect(deleteCustomImages.is(value)).toBe(false);
      expect(codes(deleteCustomImages.validate(value))).toEqual(['unreadable']);
    }
    for (const value of [undefined, null, 1n, Symbol('s'), () => share, 'x', [share]]) {
      expect(codes(deleteCustomImages.validate(value))).toEqual(['type']);
    }
  });

  it('tells of what is no JSON in JSON', () => {
    for (const Operation of [1n, () => share, { a: 1n }]) {
      const { issues } = modifyImageShareStatus.validate({ ...share, Operation });
      expect(JSON.stringify(issues)).toContain(`"actual":"${typeof Operation}"`);
    }
  });

  it('makes problem details of names that no URI can hold', () => {
    const request = JSON.parse(
      '{"\\ud800": 1, "a#b/c?": 2, "RegionId": "r", "ImageIds": ["m-1"]}',
    ) as unknown;
    const { issues = [] } = deleteCustomImages.validate(request);
    expect(problemDetails(issues).errors.map(({ pointer }) => pointer)).toEqual([
      '#/%EF%BF%BD',
      '#/a%23b~1c?',
    ]);
  });

  it('says no more of a query than that it could not be read', () => {
    const broken = {
      *[Symbol.iterator](): Generator<readonly [string, string]> {
        yield ['ImageIds', 'm-1'];
        throw new Error('no');
      },
    };
    for (const query of [null, undefined, 5, [null], broken])
      expect(codes(deleteCustomImages.fromQuery(query as string))).toEqual(['unreadable']);
  });

  it('refuses a million ids by their number, and shows few issues of many', () => {
    const million = deleteCustomImages.validate({
      ...region,
      ImageIds: Array.from({ length: 1_000_000 }, () => 5),
    });
    expect(million.issues?.map(({ code, actual }) => [code, actual])).toEqual([['maxItems', 1_000_000]]);
    const names = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`Name${index}`, index]));
    expect(deleteCustomImages.validate(names).issues?.length).toBe(32);
    expect(
      deleteCustomImages.fromQuery(new URLSearchParams(names as unknown as Record<string, string>)).issues
        ?.length,
    ).toBe(32);
  });

  it('does not follow 4,000 levels of JSON, nor cycles', () => {
    const deep = `${'['.repeat(4000)}${']'.repeat(4000)}`;
    expect(codes(deleteCustomImages.fromQuery({ ...region, ImageIds: deep }))).toEqual(['type']);
    const cycle: unknown[] = [];
    cycle.push(cycle);
    expect(codes(deleteCustomImages.validate({ ...region, ImageIds: cycle }))).toEqual(['type']);
    expect(deleteCustomImages.is({ ...region, ImageIds: cycle })).toBe(false);
  });

  it('ends with an endless query', () => {
    const endless = {
      *[Symbol.iterator](): Generator<readonly [string, string]> {
        for (let index = 0; ; index += 1) yield [`Name${index}`, ''];
      },
    };
    expect(codes(deleteCustomImages.fromQuery(endless, { unknown: 'ignore' }))[0]).toBe('size');
  });

  it('reads no more of a list of texts than it needs', () => {
    let read = 0;
    const list = new Proxy<string[]>([], {
      get: (target, name) =>
        name === 'length'
          ? 2 ** 32 - 1
          : /^\d+$/.test(String(name))
            ? `${(read += 1)}`
            : Reflect.get(target, name),
    });
    expect(codes(deleteCustomImages.fromQuery({ RegionId: list }))).toEqual(['repeated', 'size']);
    expect(read).toBeLessThan(200_000);
  });

  it('answers texts of 20 MB and lone surrogates', () => {
    const long = 'x'.repeat(20_000_000);
    const result = modifyImageShareStatus.validate({ ...share, Operation: long, ClientToken: long });
    expect(codes(result)).toEqual(['enum', 'maxLength']);
    expect(result.issues?.every(({ message }) => message.length < 300)).toBe(true);
    expect(codes(deleteCustomImages.fromQuery({ ...region, ImageIds: long }))).toEqual(['json']);
    expect(codes(modifyImageShareStatus.validate({ ...share, ClientToken: '\ud800' }))).toEqual(['pattern']);
  });
});
