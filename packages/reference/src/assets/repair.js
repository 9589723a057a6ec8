// Mends what the reference library leaves out for people who do not see the page: names of its icon buttons, and a state that
// its menu's buttons must not have. It draws anew at any time, so this watches.

/** Controls whose name the library leaves out or hides, by what is recognizable about them. */
const names = [
  ['button[role="search"]', 'Search'],
  ['button[class*="copy-button"]', 'Copy'],
  ['[role="dialog"] input[type="checkbox"]', 'Send this row'],
  ['[role="dialog"] .cm-content', 'Key or value of this row'],
];

const isDangling = (ids) =>
  ids !== null && ids.split(' ').every((id) => document.getElementById(id) === null);

function repair() {
  for (const [selector, name] of names)
    for (const button of document.querySelectorAll(`${selector}:not([aria-label])`))
      button.setAttribute('aria-label', name);
  // A state of tabs, on buttons that open sections.
  for (const button of document.querySelectorAll('#reference button[aria-selected]:not([role])'))
    button.removeAttribute('aria-selected');
  for (const button of document.querySelectorAll('[role="dialog"] button[role="none"]'))
    button.removeAttribute('role');
  // Parts that are not there (yet).
  for (const button of document.querySelectorAll('button[aria-describedby], button[aria-controls]'))
    for (const attribute of ['aria-describedby', 'aria-controls'])
      if (isDangling(button.getAttribute(attribute))) button.removeAttribute(attribute);
  // Code that scrolls sideways must be reachable without a mouse.
  for (const block of document.querySelectorAll('#reference pre:not([tabindex])')) block.tabIndex = 0;
}

let planned = false;
function plan() {
  if (planned) return;
  planned = true;
  requestAnimationFrame(() => {
    planned = false;
    repair();
  });
}

new MutationObserver(plan).observe(document.body, {
  childList: true,
  subtree: true,
  attributeFilter: ['aria-selected', 'aria-describedby', 'aria-controls'],
});
