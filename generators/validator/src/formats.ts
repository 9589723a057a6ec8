/**
 * Formats that are checked, with the function of the validator package that checks each. Any other format is an
 * annotation: JSON Schema 2020-12 says so by default, and a wrong guess would refuse requests that the server takes.
 */
export const supportedFormats: ReadonlyMap<string, string> = new Map([
  ['date', 'isDate'],
  ['date-time', 'isDateTime'],
  ['email', 'isEmail'],
  ['ipv4', 'isIpv4'],
  ['ipv6', 'isIpv6'],
  ['uri', 'isUri'],
  ['uuid', 'isUuid'],
]);
