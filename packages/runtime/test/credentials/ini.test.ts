import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseIni } from '../../src/credentials/ini.ts';

const plain = (text: string) =>
  Object.fromEntries([...parseIni(text)].map(([name, section]) => [name, Object.fromEntries(section)]));

test('reads sections, comments, quotes and every kind of line end', () => {
  const lines = [
    'stray = dropped',
    '[default] # main',
    '; a comment',
    ' type=access_key ; why',
    '# another',
    'access_key_id = "LT AI" # why',
    "access_key_secret = 'a#b;c'",
    'policy = {"Version":"1"}',
    'raw = a#b;c',
    'empty =',
    'note = ; only a comment',
    'no equals sign',
    '= no name',
    '[ other ]',
    'type = one',
    'type = two=2',
  ];
  for (const end of ['\n', '\r\n', '\r']) {
    expect(plain(lines.join(end))).toEqual({
      default: {
        type: 'access_key',
        access_key_id: 'LT AI',
        access_key_secret: 'a#b;c',
        policy: '{"Version":"1"}',
        raw: 'a#b;c',
        empty: '',
        note: '',
      },
      other: { type: 'two=2' },
    });
  }
});

test('joins a section that comes twice, and takes no name for an object key', () => {
  expect(plain('[a]\nx = 1\n[b]\n[a]\ny = 2')).toEqual({ a: { x: '1', y: '2' }, b: {} });
  expect(parseIni('[x]').get('__proto__')).toBeUndefined();
  expect(parseIni('[__proto__]\ntoString = 1').get('__proto__')?.get('toString')).toBe('1');
});

const name = fc.stringMatching(/^\w[\w.-]{0,12}$/);
const value = fc.stringMatching(/^[!-~]{1,40}$/).filter((text) => !/^[#;"']/.test(text));
const files = fc.uniqueArray(
  fc.tuple(name, fc.uniqueArray(fc.tuple(name, value), { selector: ([key]) => key, maxLength: 6 })),
  { selector: ([heading]) => heading, maxLength: 5 },
);

test('gives back whatever was written', () => {
  fc.assert(
    fc.property(
      files,
      fc.constantFrom(' = ', '=', '\t=  '),
      fc.constantFrom('\n', '\r\n'),
      (sections, equals, end) => {
        const lines = sections.flatMap(([heading, entries]) => [
          `[${heading}]`,
          ...entries.map(([key, text]) => `${key}${equals}${text}`),
        ]);
        const read = [...parseIni(lines.join(end))].map(([heading, entries]) => [heading, [...entries]]);
        expect(read).toEqual(sections);
      },
    ),
  );
});

test('gives back quoted values with spaces and comment signs', () => {
  const text = fc.string({ unit: 'grapheme-ascii' }).filter((raw) => !raw.includes('"'));
  fc.assert(
    fc.property(text, (raw) => {
      expect(plain(`[s]\nkey = "${raw}" ; note`)['s']).toEqual({ key: raw });
    }),
  );
});

test('refuses no text, and makes up nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      for (const [heading, entries] of parseIni(text)) {
        expect(text).toContain(heading);
        for (const [key, entry] of entries) expect(text.includes(key) && text.includes(entry)).toBe(true);
      }
    }),
  );
});
