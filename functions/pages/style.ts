// The one style sheet of the function's pages, and its hash for the content security policy: pages carry no other style.
import { createHash } from 'node:crypto';

export const style = `
:root {
  color-scheme: light dark;
  --ground: #f5f6f8; --surface: #ffffff; --line: #dde1e7; --ink: #17202c; --soft: #556173;
  --accent: #1f5fbf; --tint: #c5d8f5; --won: #1a7a4c; --lost: #b3402f; --warn: #8a5300; --warn-ground: #fff5e2;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #10151c; --surface: #19202a; --line: #2f3947; --ink: #e8edf4; --soft: #a3b0c2;
    --accent: #7fb0ff; --tint: #2b456e; --won: #5cc491; --lost: #f0897a; --warn: #f2c177; --warn-ground: #33291a;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
}
main { max-width: 1040px; margin: 0 auto; padding: 32px 20px 56px; }
h1 { margin: 0; font-size: 30px; line-height: 1.2; letter-spacing: -.01em; }
h2 { margin: 0 0 4px; font-size: 18px; line-height: 1.3; }
h3 { margin: 16px 0 4px; font-size: 15px; }
p { margin: 0; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.over { color: var(--soft); font-size: 14px; font-weight: 600; overflow-wrap: anywhere; }
.soft { color: var(--soft); font-size: 14px; }
.head { display: grid; gap: 4px; margin-bottom: 20px; }
.chips { display: flex; flex-wrap: wrap; gap: 6px; margin: 8px 0 0; padding: 0; list-style: none; }
.chips li { padding: 2px 10px; border: 1px solid var(--line); border-radius: 999px; background: var(--surface); font-size: 14px; overflow-wrap: anywhere; }
.panel { margin-top: 20px; padding: 20px; border: 1px solid var(--line); border-radius: 12px; background: var(--surface); overflow-x: auto; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(180px, 1fr)); gap: 12px; margin: 0; }
.card { padding: 16px; border: 1px solid var(--line); border-radius: 12px; background: var(--surface); }
.card dt { color: var(--soft); font-size: 14px; font-weight: 600; }
.card dd { margin: 0; }
.card .value { margin: 2px 0; font-size: 25px; font-weight: 650; line-height: 1.25; letter-spacing: -.02em; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.card .soft { font-variant-numeric: tabular-nums; }
.bar { display: block; width: 100%; height: 8px; border-radius: 2px; }
.bar .track { fill: var(--line); }
.fill { fill: var(--accent); } .fill-won { fill: var(--won); } .fill-lost { fill: var(--lost); } .fill-tint { fill: var(--tint); }
.card .bar { margin: 6px 0; }
table { width: 100%; margin-top: 12px; border-collapse: collapse; font-size: 15px; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding-bottom: 4px; }
th, td { padding: 8px 10px; border-bottom: 1px solid var(--line); text-align: right; vertical-align: top; white-space: nowrap; }
th:first-child, td:first-child { padding-left: 0; text-align: left; white-space: normal; overflow-wrap: anywhere; min-width: 176px; }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--soft); font-size: 13px; font-weight: 600; vertical-align: bottom; white-space: normal; }
tbody th { font-weight: 500; }
tbody tr:last-child > * { border-bottom: 0; }
tfoot > tr > * { border-top: 2px solid var(--line); border-bottom: 0; font-weight: 650; }
td .bar { min-width: 72px; margin-top: 4px; }
.aside { display: block; color: var(--soft); font-size: 13px; font-weight: 400; white-space: normal; }
.tag { display: inline-block; margin-left: 6px; padding: 1px 7px; border: 1px solid currentColor; border-radius: 999px; font-size: 12px; font-weight: 600; white-space: nowrap; }
.tag-won { color: var(--won); } .tag-lost { color: var(--lost); } .tag-warn { color: var(--warn); }
.chart { display: block; width: 100%; height: auto; margin-top: 12px; }
.chart text { fill: var(--soft); font-size: 12px; font-family: inherit; font-variant-numeric: tabular-nums; }
.chart .strong { fill: var(--ink); font-weight: 600; }
.chart line { stroke: var(--line); }
.chart-narrow, .narrow { display: none; }
.legend { display: flex; flex-wrap: wrap; gap: 16px; margin-top: 6px; color: var(--soft); font-size: 14px; }
.legend span { display: inline-flex; align-items: center; gap: 6px; }
.legend svg { width: 12px; height: 12px; }
.notice { border-color: var(--warn); background: var(--warn-ground); }
.notice ul { margin: 8px 0 0; padding-left: 20px; }
.notice li { margin-top: 6px; overflow-wrap: anywhere; }
details.panel { padding: 0; margin: 0 0 20px; }
summary { padding: 12px 20px; font-weight: 600; cursor: pointer; border-radius: 12px; }
.filters { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; align-items: end; padding: 4px 20px 20px; }
.filters label { display: grid; gap: 4px; color: var(--soft); font-size: 14px; font-weight: 600; }
.filters input, .filters select, .filters button {
  width: 100%; min-height: 44px; padding: 8px 10px; border: 1px solid var(--soft); border-radius: 8px;
  background: var(--surface); color: var(--ink); font: inherit;
}
.filters button { border-color: var(--accent); background: var(--accent); color: var(--surface); font-weight: 600; cursor: pointer; }
.terms { display: grid; grid-template-columns: minmax(140px, 1fr) 3fr; gap: 8px 20px; margin: 12px 0 0; font-size: 15px; }
.terms dt { font-weight: 600; } .terms dd { margin: 0; color: var(--soft); }
.foot { display: flex; flex-wrap: wrap; gap: 8px 20px; margin-top: 20px; color: var(--soft); font-size: 14px; }
@media screen and (max-width: 820px) {
  .blocks thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .blocks tr { display: grid; grid-template-columns: repeat(auto-fill, minmax(86px, 1fr)); gap: 6px 10px; padding: 12px 0; border-bottom: 1px solid var(--line); }
  .blocks tbody tr:last-child { border-bottom: 0; padding-bottom: 0; }
  .blocks th, .blocks td { padding: 0; border: 0; text-align: left; white-space: normal; overflow-wrap: anywhere; }
  .blocks tbody th { grid-column: 1 / -1; font-weight: 650; }
  .blocks td:nth-of-type(1) { grid-column: 1 / -1; }
  .blocks td::before { content: attr(data-label); display: block; color: var(--soft); font-size: 12px; }
}
@media (max-width: 640px) {
  main { padding: 20px 12px 40px; }
  h1 { font-size: 25px; }
  .panel { padding: 16px 14px; }
  .cards { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 8px; }
  .card { padding: 12px; }
  .card .value { font-size: 20px; }
  .wide-card { grid-column: 1 / -1; }
  .chart-wide, .wide { display: none; }
  .chart-narrow { display: block; }
  .narrow { display: inline; }
  .terms { grid-template-columns: 1fr; gap: 2px; }
  .terms dd { margin-bottom: 10px; }
  table { font-size: 14px; }
  th, td { padding: 7px 5px; }
  th:first-child, td:first-child { min-width: 90px; }
  tfoot > tr > * { font-size: 13px; }
  td .bar { min-width: 40px; }
  .filters { grid-template-columns: repeat(2, minmax(0, 1fr)); padding: 4px 14px 14px; }
  summary { padding: 12px 14px; }
  .chart text { font-size: 11px; }
  .tag { margin-left: 0; }
}
@media print {
  :root {
    color-scheme: light;
    --ground: #fff; --surface: #fff; --line: #c9ced6; --ink: #000; --soft: #444c58;
    --accent: #1f5fbf; --tint: #c5d8f5; --won: #1a7a4c; --lost: #b3402f; --warn: #8a5300; --warn-ground: #fff;
  }
  @page { margin: 14mm; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  body { font-size: 11pt; }
  main { max-width: none; padding: 0; }
  details, .screen { display: none; }
  .panel { padding: 0; border: 0; margin-top: 18px; overflow: visible; }
  .cards { grid-template-columns: repeat(3, 1fr); }
  .card .value { font-size: 20px; }
  .card, .chart, tr, .terms dt, .terms dd, .notice { break-inside: avoid; }
  h2, h3, thead { break-after: avoid; }
  table { font-size: 10pt; }
  th, td { padding: 4px 8px; }
  .blocks { font-size: 9pt; }
  .blocks th, .blocks td { padding-right: 3px; padding-left: 3px; }
  .blocks th:first-child { min-width: 90px; }
  }
`;

/** Goes into `style-src`: only this very sheet is let through. */
export const styleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
