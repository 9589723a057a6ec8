/**
 * Percent-encodes as RFC 3986 wants it: only letters, digits and `-_.~` stay.
 *
 * @throws URIError when the text holds half of a surrogate pair, which has no UTF-8 form.
 */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => '%' + character.charCodeAt(0).toString(16).toUpperCase(),
  );
}
