/** Looks of the status page: one column on a phone, light or dark as the system is. */
export const pageStyle = `
:root{color-scheme:light dark;--text:#1c2430;--dim:#5b6675;--back:#f5f7fa;--card:#fff;--line:#dde3ea;--accent:#c2410c;--good:#0f6b3c;--goodback:#e3f5ea;--bad:#a61b1b;--badback:#fce8e8;--warn:#7a4b00;--warnback:#fff1d6}
@media(prefers-color-scheme:dark){:root{--text:#e4e9f0;--dim:#9aa6b5;--back:#12161c;--card:#1a2028;--line:#2d3642;--accent:#ff9a5c;--good:#6ee0a0;--goodback:#143524;--bad:#ff9c9c;--badback:#431c1f;--warn:#ffcb70;--warnback:#3d2d10}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:70rem;padding:1.5rem 1rem 3rem;font:15px/1.5 system-ui,sans-serif;color:var(--text);background:var(--back)}
h1{margin:0;font-size:1.5rem;line-height:1.25}
h2{margin:2rem 0 .6rem;font-size:1.05rem}
h3{margin:0 0 .5rem;font-size:.95rem}
p{margin:.3rem 0;color:var(--dim)}
code,td.id{font:13px/1.5 ui-monospace,monospace;overflow-wrap:anywhere}
.facts{display:flex;flex-wrap:wrap;gap:.5rem;margin:1rem 0 0;padding:0;list-style:none}
.facts li{padding:.15rem .7rem;border:1px solid var(--line);border-radius:1rem;background:var(--card)}
.regions{display:grid;gap:.8rem;align-items:start;grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr))}
.card{padding:.8rem 1rem;border:1px solid var(--line);border-radius:.6rem;background:var(--card)}
.card ul{max-height:16rem;margin:0;padding:0;overflow:auto;list-style:none}
.card li{display:flex;justify-content:space-between;gap:.6rem;padding:.15rem 0}
.state{padding:0 .5rem;border-radius:.3rem;font-size:13px;white-space:nowrap;color:var(--dim)}
.good{color:var(--good);background:var(--goodback)}
.bad{color:var(--bad);background:var(--badback)}
.warn{color:var(--warn);background:var(--warnback)}
.wide{overflow-x:auto;border:1px solid var(--line);border-radius:.6rem;background:var(--card)}
table{width:100%;border-collapse:collapse}
th,td{padding:.4rem .8rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
tr:last-child>td{border-bottom:0}
th{font-size:13px;color:var(--dim)}
a{color:var(--accent)}
`;
