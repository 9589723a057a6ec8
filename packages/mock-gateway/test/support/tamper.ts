import * as fc from 'fast-check';
import type { Sent } from './call.ts';

type Headers = Readonly<Record<string, string>>;
interface Signed extends Sent {
  readonly headers: Headers;
}

/** One way to change a signed request so that it no longer says what was signed. */
export interface Tampering {
  readonly way: keyof typeof ways;
  readonly text: string;
  readonly pick: number;
}

/** What a signature covers, each part by its header. */
const covered = [
  'x-acs-action',
  'x-acs-date',
  'x-acs-signature-nonce',
  'x-acs-version',
  'x-acs-content-sha256',
];

const changeHeader = (signed: Signed, name: string, change: (value: string) => string): Signed => ({
  ...signed,
  headers: { ...signed.headers, [name]: change(signed.headers[name] ?? '') },
});
const changeAuthorization = (signed: Signed, change: (value: string) => string): Signed =>
  changeHeader(signed, 'authorization', change);
const without = (headers: Headers, name: string): Headers =>
  Object.fromEntries(Object.entries(headers).filter(([other]) => other !== name));
const at = <T>(list: readonly T[], pick: number): T => list[pick % list.length]!;

const ways = {
  'another parameter': (signed, { text }) => ({
    ...signed,
    path: `${signed.path}&${encodeURIComponent(text)}=1`,
  }),
  'a parameter twice': (signed, { pick }) => {
    const pairs = signed.path.slice(2).split('&');
    return { ...signed, path: `${signed.path}&${at(pairs, pick)}` };
  },
  'a parameter less': (signed, { pick }) => {
    const pairs = signed.path.slice(2).split('&');
    return { ...signed, path: `/?${pairs.filter((pair) => pair !== at(pairs, pick)).join('&')}` };
  },
  'a longer value': (signed, { text }) => ({ ...signed, path: `${signed.path}${encodeURIComponent(text)}` }),
  'another path': (signed, { pick }) => ({
    ...signed,
    path: `${at(['/DeleteCustomImages', '//', '/.', '/%2F', 'http://other.example/'], pick)}${signed.path.slice(1)}`,
  }),
  'another method': (signed, { pick }) => ({
    ...signed,
    method: at(['GET', 'PUT', 'DELETE', 'PATCH'], pick),
  }),
  'a body': (signed, { text }) => ({ ...signed, body: text }),
  'a header changed': (signed, { pick, text }) =>
    changeHeader(signed, at([...covered, 'host'], pick), (value) => `${value}${text.codePointAt(0)}`),
  'a header twice': (signed, { pick, text }) => {
    const name = at(covered, pick);
    const value = signed.headers[name] ?? '';
    const other = `${value}${text.codePointAt(0)}`;
    return {
      ...signed,
      headers: { ...without(signed.headers, name), [name]: value, [name.toUpperCase()]: other },
    };
  },
  'a header less': (signed, { pick }) => ({ ...signed, headers: without(signed.headers, at(covered, pick)) }),
  'a token': (signed, { text }) => ({
    ...signed,
    headers: { ...signed.headers, 'x-acs-security-token': `t${text.codePointAt(0)}` },
  }),
  'fewer signed headers': (signed, { pick }) =>
    changeAuthorization(signed, (value) =>
      value.replace(new RegExp(`(?<=[=;])${at([...covered, 'host'], pick)};?`), ''),
    ),
  'more signed headers': (signed, { pick }) =>
    changeAuthorization(signed, (value) =>
      value.replace(
        ',Signature',
        `;${at(['content-length', 'accept', 'x-acs-none', '', '__proto__'], pick)},Signature`,
      ),
    ),
  'another key': (signed, { text }) =>
    changeAuthorization(signed, (value) => value.replace('testid', `testid${text.codePointAt(0)}`)),
  'another digit': (signed, { pick }) =>
    changeAuthorization(signed, (value) => {
      const place = value.length - 1 - (pick % 64);
      return `${value.slice(0, place)}${value[place] === '0' ? '1' : '0'}${value.slice(place + 1)}`;
    }),
  'fewer digits': (signed, { pick }) =>
    changeAuthorization(signed, (value) => value.slice(0, -1 - (pick % 64))),
  'another algorithm': (signed, { pick }) =>
    changeAuthorization(signed, (value) =>
      value.replace(
        'ACS3-HMAC-SHA256',
        at(['ACS3-HMAC-SM3', 'acs3-hmac-sha256', 'none', 'ACS3-RSA-SHA256'], pick),
      ),
    ),
  'no Authorization': (signed) => ({ ...signed, headers: without(signed.headers, 'authorization') }),
} satisfies Readonly<Record<string, (signed: Signed, tampering: Tampering) => Sent>>;

const names = Object.keys(ways) as readonly (keyof typeof ways)[];

/** Any of the ways, with what it needs to be different each time. */
export const tampering: fc.Arbitrary<Tampering> = fc.record({
  way: fc.constantFrom(...names),
  text: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 8 }),
  pick: fc.nat({ max: 1000 }),
});

/** The request as somebody would send it who knows a signature but not the secret. */
export function tamper(signed: Sent, change: Tampering): Sent {
  const headers = Object.fromEntries(
    Object.entries(signed.headers ?? {}).map(([name, value]) => [name, String(value)]),
  );
  return ways[change.way]({ ...signed, headers }, change);
}
