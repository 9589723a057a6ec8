/**
 * Percent-encodes as RFC 3986 wants it: only letters, digits and `-_.~` stay.
 *
 * @throws URIError when the text holds half of a surrogate pair, which has no UTF-8 form.
 */
export const percentEncode = (text: string): string =>
  // Most names and values need nothing, and the test is much cheaper than the rest.
  /[^\w.~-]/.test(text)
    ? encodeURIComponent(text)
        .replace(/[!'()]/g, escape)
        .replaceAll('*', '%2A')
    : text;
