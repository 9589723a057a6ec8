/** What a text of a format looks like. Samples and examples are no edge cases, so the outline is enough. */
const outlines: Readonly<Record<string, RegExp>> = {
  'date-time': /^\d{4}-\d\d-\d\dt\d\d:\d\d:\d\d(?:\.\d+)?(?:z|[+-]\d\d:\d\d)$/iu,
  date: /^\d{4}-\d\d-\d\d$/u,
  email: /^[\w.+-]{1,64}@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*$/iu,
  ipv4: /^\d{1,3}(?:\.\d{1,3}){3}$/u,
  ipv6: /^(?=[^:]*:)[\da-f:.]{2,45}$/iu,
  uri: /^[a-z][a-z\d+.-]*:[^\s"<>\\^`{|}]*$/iu,
  uuid: /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/iu,
  // No validator checks it, but a server that decodes the text does.
  byte: /^(?:[a-z\d+/]{4})*(?:[a-z\d+/]{2}==|[a-z\d+/]{3}=)?$/iu,
};

/** Whether a text can be of the format. Formats that nobody checks hold any text. */
export function hasFormat(text: string, format: string | undefined): boolean {
  return format === undefined || !Object.hasOwn(outlines, format) || outlines[format]?.test(text) === true;
}
