"""How the HTML page looks: on light and dark screens, on narrow ones, and on paper.

Colours come from the reader's preference, sizes from the reader's font. Nothing is told by colour
alone: a want has its sign and word, a clash its sentence.
"""

STYLE = """\
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #545d68; --paper: #fff; --line: #d0d7de;
  --tint: #f3f5f7; --link: #0a58a8; --warn: #9a3412; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e9ed; --soft: #a5afba; --paper: #15181c; --line: #3b424a; --tint: #1e2329;
    --link: #8ab8f0; --warn: #f5a97a; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 56rem; padding: 1.5rem 1rem 4rem; background: var(--paper);
  color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; }
h2 { margin: 2.5rem 0 0; padding-bottom: .3rem; border-bottom: 2px solid var(--ink);
  font-size: 1.35rem; }
h3 { margin: 0; font-size: 1.08rem; line-height: 1.35; }
p, ul, ol, blockquote, pre, table { margin: .4rem 0; }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; margin: 1rem 0 0; padding: 0;
  list-style: none; }
article { display: grid; grid-template-columns: 8.5rem 1fr; gap: 0 1rem; padding: .9rem 0;
  border-bottom: 1px solid var(--line); }
.when { margin: 0; font-variant-numeric: tabular-nums; }
.when time { display: block; font-weight: 600; }
.want { display: block; }
.facts, .speakers, .legend, .about { color: var(--soft); }
.speakers { padding: 0; list-style: none; }
.clash { color: var(--warn); font-weight: 600; }
.note { margin: .6rem 0; padding: .1rem .8rem; border-left: 4px solid var(--line);
  background: var(--tint); }
.note > .label { margin: .3rem 0 0; color: var(--soft); font-size: .85rem; }
.heading { font-weight: 600; }
.off h3 { text-decoration: line-through; }
pre { overflow-x: auto; padding: .5rem; background: var(--tint); white-space: pre-wrap; }
td, th { padding: .1rem .6rem .1rem 0; text-align: left; }
td.number, th.number { text-align: right; }
main > h3 { margin-top: 1.2rem; }
@media (max-width: 36rem) {
  article { display: block; }
  .when time, .want { display: inline; margin-right: .6rem; }
}
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #333; --paper: #fff; --line: #999; --tint: #fff;
    --link: #000; --warn: #000; }
  @page { margin: 1.6cm; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav { display: none; }
  h2 { margin-top: 1.2rem; }
  h2 { break-after: avoid; }
  article { display: block; break-inside: avoid; padding: .5rem 0; }
  .when time, .want { display: inline; margin-right: .6rem; }
  .links a::after { content: " (" attr(href) ")"; }
}
"""
