/**
 * Reads the ini dialect of credentials files: `[section]` lines, `key = value` lines, comments from `#` or `;`. Any other
 * line is skipped, so no text is refused. Later keys win; keys before the first section are dropped.
 */
export function parseIni(text: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const sections = new Map<string, Map<string, string>>();
  let current: Map<string, string> | undefined;
  for (const line of text.split(/\r\n|\r|\n/).map((raw) => raw.trim())) {
    const heading = /^\[([^\]]*)\]/.exec(line)?.[1]?.trim();
    if (heading !== undefined) {
      current = sections.get(heading) ?? new Map<string, string>();
      sections.set(heading, current);
    } else if (!/^[#;]/.test(line)) {
      assign(current, line);
    }
  }
  return sections;
}

function assign(section: Map<string, string> | undefined, line: string): void {
  const equals = line.indexOf('=');
  if (equals < 1) return;
  section?.set(line.slice(0, equals).trim(), plainValue(line.slice(equals + 1).trim()));
}

function plainValue(value: string): string {
  const quoted = /^(["'])(.*?)\1(?:\s+[#;].*)?$/.exec(value);
  // Only after a space: `#` and `;` may be part of a value.
  return quoted?.[2] ?? value.replace(/(?:^|\s+)[#;].*$/, '');
}
