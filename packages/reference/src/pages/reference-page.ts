import { html } from './html.ts';
import { page } from './page.ts';

/** The page of the operations. The library draws it in the browser from the document beside it. */
export function referencePage(api: string, hasSpec: boolean): string {
  return page({
    file: 'index.html',
    title: 'API reference',
    api,
    hasSpec,
    body: html`<div id="content"><div id="reference"></div></div>
      <noscript
        ><p class="notice">
          The reference is drawn by a script. <a href="openapi.json">openapi.json</a> holds the same.
        </p></noscript
      >
      <script src="api-reference.js"></script>
      <script src="repair.js"></script>
      <script src="start.js"></script>`,
  });
}
