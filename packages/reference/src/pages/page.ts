import { html, type Markup } from './html.ts';

/** The pages of the site, in the order of its menu. */
const menu = [
  { file: 'index.html', label: 'Reference' },
  { file: 'traceability.html', label: 'Traceability' },
  { file: 'spec.html', label: 'Spec' },
] as const;

/** What a page consists of. */
export interface PageOptions {
  readonly file: (typeof menu)[number]['file'];
  readonly title: string;
  /** Name of the API, in the menu. */
  readonly api: string;
  /** Whether the site has the spec's text. */
  readonly hasSpec: boolean;
  readonly head?: Markup;
  readonly body: Markup;
}

/**
 * Only this site may be asked for anything. The library's styles and its generated code need the two exceptions; its sources
 * are local.
 */
const policy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-eval' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
].join('; ');

/** A whole page with the site's menu. */
export function page({ file, title, api, hasSpec, head, body }: PageOptions): string {
  const links = menu
    .filter((entry) => hasSpec || entry.file !== 'spec.html')
    .map((entry) =>
      entry.file === file
        ? html`<a href="${entry.file}" aria-current="page">${entry.label}</a>`
        : html`<a href="${entry.file}">${entry.label}</a>`,
    );
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${api}</title>
        <link rel="icon" href="icon.svg" />
        <link rel="stylesheet" href="site.css" />
        ${head}
      </head>
      <body>
        <a class="skip" href="#content">Skip to content</a>
        <header class="bar">
          <span class="name">${api}</span>
          <nav aria-label="Site">${links}</nav>
        </header>
        ${body}
      </body>
    </html> `.text;
}
