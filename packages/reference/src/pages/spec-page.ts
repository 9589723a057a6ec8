import { html, type Markup } from './html.ts';
import { lineId } from './line-id.ts';
import { page } from './page.ts';

/** A file of the spec. */
export interface SpecFile {
  readonly name: string;
  readonly text: string;
}

/** The spec's text with a place to link to on every line. */
export function specPage(api: string, files: readonly SpecFile[]): string {
  const body = html`<main id="content" class="text wide">
    <h1>The spec</h1>
    <p>The only files that are edited for a change of the API. Everything else is generated from them.</p>
    <nav aria-label="Files">
      <ul class="pages">
        ${files.map(({ name }) => html`<li><a href="#${name}">${name}</a></li>`)}
      </ul>
    </nav>
    ${files.map(fileSection)}
  </main>`;
  return page({ file: 'spec.html', title: 'Spec', api, hasSpec: true, body });
}

const fileSection = ({ name, text }: SpecFile): Markup =>
  html`<section aria-labelledby="${name}">
    <h2 id="${name}">${name}</h2>
    <pre class="lines"><code>${text
      .trimEnd()
      .split('\n')
      .map((line, index) => lineMarkup(name, line, index + 1))}</code></pre>
  </section>`;

const lineMarkup = (file: string, text: string, line: number): Markup =>
  html`<span id="${lineId(file, line)}" data-line="${line}">${text} </span>`;
