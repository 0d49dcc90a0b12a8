// The page around the data: no file, font or script from anywhere else.
#include "vm/explore/html.h"

namespace gillab::explore {

const char kPageHead[] = R"page(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>gillab explore</title>
<meta name="viewport" content="width=device-width">
<style>
:root { color-scheme: light dark; --line: #8884; --mark: #fc36; --bad: #d33; --good: #283; }
body { font: 15px/1.4 system-ui, sans-serif; margin: 1.5rem auto; max-width: 75rem; padding: 0 1rem; }
h1 { font-size: 1.3rem; } table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .25rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
tr.choice { cursor: pointer; } tr.choice:hover, tr.chosen { background: var(--mark); }
code, pre, .event, .shared { font-family: ui-monospace, monospace; font-size: 13px; }
.Forbidden, .Error, .Deadlock, .Unexpected { color: var(--bad); } .Acceptable { color: var(--good); }
#schedule { display: grid; gap: 0 1rem; margin-top: .5rem; }
.head { font-weight: 600; border-bottom: 2px solid var(--line); } .event { padding: .1rem .3rem; min-height: 1.3rem; }
.now { background: var(--mark); } .later { opacity: .35; } .lost { text-decoration: line-through; }
.rule { grid-column: 1 / -1; border-top: 2px dashed var(--bad); }
#panes { display: grid; grid-template-columns: minmax(18rem, 2fr) 3fr; gap: 1.5rem; }
pre { margin: 0; overflow-x: auto; } #notes { white-space: pre-wrap; margin-top: .5rem; } pre .now { display: inline-block; width: 100%; }
@media (max-width: 50rem) { #panes { grid-template-columns: 1fr; } }
</style></head><body>
<h1 id="title"></h1><p id="said"></p>
<table id="table"><thead><tr><th>result<th class="number">schedules<th class="number">share<th class="number">preemptions
<th>expect<th>why<th>replay</tr></thead><tbody></tbody></table>
<pre id="notes"></pre>
<h2 id="which"></h2>
<p>&#8593; &#8595; choose an outcome, &#8592; &#8594; go through its schedule, Home and End go to its ends.</p>
<div id="panes"><pre id="source"></pre><div><div id="values" class="shared"></div><div id="schedule"></div><pre id="output"></pre></div></div>
<script type="application/json" id="data">)page";

const char kPageTail[] = R"page(</script>
<script>
"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const byId = id => document.getElementById(id);
const element = (tag, name, text) => { const made = document.createElement(tag); if (name) made.className = name;
  if (text !== undefined) made.textContent = text; return made; };
const grouped = digits => digits.replace(/\B(?=(\d{3})+$)/g, ",");
const share = digits => {
  const all = BigInt(data.schedules || "0"); if (all === 0n) return "";
  const parts = (BigInt(digits) * 10000n * 2n + all) / (all * 2n);
  return `${parts / 100n}.${String(parts % 100n).padStart(2, "0")}%`;
};
const threadName = number => number === 0 ? "main" : "T" + number;
let chosen = 0, at = 0;

function showTable() {
  byId("title").textContent = `${data.script}: ${data.threads} thread${data.threads === 1 ? "" : "s"}, model ${data.model}, switch ${data.switch}`;
  byId("said").textContent = `${grouped(data.schedules)} schedules, ${data.states} states, ` +
    (data.complete ? "complete" : "not complete") + ` (search: ${data.search})`;
  byId("notes").textContent = data.notes;
  const body = byId("table").tBodies[0];
  const cells = (row, values) => values.forEach(([text, name]) => row.append(element("td", name, text)));
  data.outcomes.forEach((outcome, i) => {
    const row = element("tr", "choice");
    cells(row, [[outcome.result.trimEnd()], [grouped(outcome.schedules), "number"], [share(outcome.schedules), "number"],
      [String(outcome.preemptions), "number"], [outcome.expect, outcome.expect], [outcome.why], [outcome.replay]]);
    row.onclick = () => choose(i);
    body.append(row);
  });
  for (const claim of data.unmet) {
    const row = element("tr");
    cells(row, [[claim.result], ["0", "number"], ["0.00%", "number"], ["-", "number"], [claim.expect],
      [claim.why + (data.complete ? " (never happens)" : " (not met)")], [""]]);
    body.append(row);
  }
}

function choose(number) {
  if (number < 0 || number >= data.outcomes.length) return;
  chosen = number;
  at = 0;
  [...byId("table").tBodies[0].rows].forEach((row, i) => row.classList.toggle("chosen", i === chosen));
  show();
}

function showSchedule(events) {
  const threads = [...new Set(events.map(event => event.thread))].sort((a, b) => a - b);
  const grid = byId("schedule");
  grid.replaceChildren(...threads.map(thread => element("div", "head", threadName(thread))));
  grid.style.gridTemplateColumns = `repeat(${Math.max(threads.length, 1)}, 1fr)`;
  events.forEach((event, i) => {
    if (event.preempts) grid.append(element("div", "rule"));
    for (const thread of threads) {
      const own = thread === event.thread;
      const value = event.value ? "  " + event.value : "";
      const cell = element("div", "event", own ? `${event.line}  ${event.what}${value}` : "");
      if (own) {
        cell.title = `${event.opcode} in ${event.function}`;
        cell.classList.toggle("now", i === at - 1);
        cell.classList.toggle("later", i >= at);
        cell.classList.toggle("lost", event.overwritten);
        cell.onclick = () => { at = i + 1; show(); };
      }
      grid.append(cell);
    }
  });
}

function showSource(line) {
  byId("source").replaceChildren(...data.source.split("\n").map((text, i) =>
    element("span", i + 1 === line ? "now" : "", `${String(i + 1).padStart(4)}  ${text}\n`)));
}

function show() {
  const outcome = data.outcomes[chosen];
  if (!outcome) return;
  const events = outcome.events, event = events[at - 1];
  byId("which").textContent = `${outcome.result.trimEnd()}: step ${at} of ${events.length}`;
  showSchedule(events);
  showSource(event ? event.line : 0);
  byId("values").textContent = event ? event.shared.map(([name, value]) => `${name} = ${value}`).join("   ") : "";
  byId("output").textContent = at === events.length ? outcome.output : "";
}

document.onkeydown = key => {
  const events = data.outcomes[chosen] ? data.outcomes[chosen].events : [];
  const moves = { ArrowRight: () => at = Math.min(at + 1, events.length), ArrowLeft: () => at = Math.max(at - 1, 0),
    Home: () => at = 0, End: () => at = events.length };
  if (key.key === "ArrowUp") choose(chosen - 1);
  else if (key.key === "ArrowDown") choose(chosen + 1);
  else if (moves[key.key]) { moves[key.key](); show(); }
  else return;
  key.preventDefault();
};
showTable();
choose(0);
</script></body></html>
)page";

}  // namespace gillab::explore
