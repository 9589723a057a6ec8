/** Id of a line on the page of the spec, for links to it. */
export const lineId = (file: string, line: number): string => `${file}-${line}`;
