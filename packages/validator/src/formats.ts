/** Formats that are checked. Every pattern is linear in the length of the text. */

const date = /^(\d{4})-(\d\d)-(\d\d)$/;
const time = /^([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(?:\.\d+)?(?:z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;
const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const ipv4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`);

/** RFC 3339 `full-date`. */
export function isDate(text: string): boolean {
  const [, year, month, day] = date.exec(text) ?? [];
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= last;
}

/** RFC 3339 `date-time`. */
export function isDateTime(text: string): boolean {
  return (
    text.length <= 64 &&
    /^t$/i.test(text.charAt(10)) &&
    isDate(text.slice(0, 10)) &&
    time.test(text.slice(11))
  );
}

/** An address as HTML forms accept it. */
export function isEmail(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*$/i.test(text)
  );
}

/** Four octets in decimal notation. */
export function isIpv4(text: string): boolean {
  return ipv4.test(text);
}

/** RFC 4291 text form: eight groups, or fewer around one `::`; the last two may be an IPv4 address. */
export function isIpv6(text: string): boolean {
  if (text.length > 45) return false;
  const cut = text.lastIndexOf(':') + 1;
  const plain = isIpv4(text.slice(cut)) ? `${text.slice(0, cut)}0:0` : text;
  const [head = '', tail, more] = plain.split('::');
  const groups = [head, tail ?? ''].flatMap((part) => (part === '' ? [] : part.split(':')));
  const enough = tail === undefined ? groups.length === 8 : groups.length < 8;
  return more === undefined && enough && groups.every((group) => /^[\da-f]{1,4}$/i.test(group));
}

/** RFC 3986 URI with a scheme. */
export function isUri(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\da-f]{2})*$/i.test(text);
}

/** RFC 9562 text form. */
export function isUuid(text: string): boolean {
  return /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(text);
}
