#include "report/html_style.hpp"

namespace tieout {

std::string_view html_style() {
    return R"(
:root{color-scheme:light dark;--paper:#fdfdfb;--ink:#1d1f21;--dim:#5b6168;--line:#d9dadb;--card:#f3f3ef;
--error:#b3261e;--warning:#8a5300;--note:#1f5fa8;--good:#22713a}
@media(prefers-color-scheme:dark){:root{--paper:#16181a;--ink:#e8e6e1;--dim:#a3a8ae;--line:#3a3d41;--card:#202326;
--error:#ff8a80;--warning:#f0b35a;--note:#8cbcf5;--good:#7fd19a}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.75 "Noto Serif KR","Noto Serif CJK KR",Georgia,serif;word-break:keep-all;overflow-wrap:anywhere}
main{max-width:76rem;margin:0 auto;padding:1.5rem 1.25rem 3rem}
header,aside,footer,figure,.legend,.rest{font-family:"Noto Sans KR","Noto Sans CJK KR",system-ui,sans-serif}
header{border-bottom:2px solid var(--ink);margin-bottom:1.25rem}
header h1{font-size:1.05rem;margin:0}
header p,.legend,footer{color:var(--dim);font-size:.86rem;margin:.2rem 0 .7rem}
article+article{margin-top:4rem}
.row{display:grid;grid-template-columns:minmax(0,1fr) 24rem;gap:0 2.2rem}
.row h2{font-size:1.6rem;line-height:1.35}.row h3{font-size:1.2rem}
.row>div>:first-child{margin-top:.4rem}
blockquote{margin-left:0;padding-left:1rem;border-left:3px solid var(--line)}
table{border-collapse:collapse;font-size:.92rem}td,th{border:1px solid var(--line);padding:.25rem .6rem;text-align:left}
.fig{color:inherit;text-decoration:underline dotted var(--dim) 1px;text-underline-offset:.22em}
a.fig{font-weight:600}
.holds{text-decoration:underline solid var(--good) 2px}
.error{text-decoration:underline wavy var(--error) 2px}
.warning{text-decoration:underline wavy var(--warning) 2px}
.note{text-decoration:underline dashed var(--note) 2px}
.fig sup{font:600 .62em system-ui,sans-serif;text-decoration:none;margin-left:.1em}
aside{font-size:.82rem;line-height:1.5}
.card{background:var(--card);border-left:4px solid var(--good);border-radius:3px;padding:.45rem .7rem;margin:.45rem 0;break-inside:avoid}
.card.error{border-color:var(--error);text-decoration:none}.card.warning{border-color:var(--warning);text-decoration:none}
.card.note{border-color:var(--note);text-decoration:none}.card.holds{text-decoration:none}
.card:target{outline:2px solid var(--ink)}
.card p{margin:.15rem 0}.card .kind{font-weight:700}.card.error .kind{color:var(--error)}.card.warning .kind{color:var(--warning)}
.card.note .kind{color:var(--note)}.card.holds .kind{color:var(--good)}
.card ul{margin:.2rem 0;padding-left:1.1rem;font-variant-numeric:tabular-nums}.card .rule{color:var(--dim)}
.card a{color:inherit}ins{text-decoration:none;font-weight:700}del{color:var(--dim)}
.charts{display:flex;flex-wrap:wrap;gap:1rem}
.chart{flex:1 1 26rem;max-width:36rem;margin:1rem 0;padding:.6rem;border:1px solid var(--line);border-radius:4px;break-inside:avoid}
.chart figcaption{font-size:.88rem;font-weight:600}.chart small{font-weight:400;color:var(--dim)}.chart svg{width:100%;height:auto;overflow:visible}
.chart text{font-size:13px;text-anchor:middle}.dot text{fill:var(--ink)}.dot .time{fill:var(--dim)}
.dot.fails text:not(.time){fill:var(--error);font-weight:600}
.bars{display:block;width:100%;max-width:26rem;height:auto;margin:.35rem 0}.bars text{font-size:12px;fill:var(--ink)}
.bars rect{fill:var(--note);fill-opacity:.75}.bars .whole rect{fill:var(--dim)}.bars .suspect text{fill:var(--error);font-weight:600}
.bars .meant{stroke:var(--good);stroke-width:1.5;stroke-dasharray:3 2}.bars.fails .meant{stroke:var(--error)}
.axis{stroke:var(--line);stroke-width:1}.line{fill:none;stroke:var(--dim);stroke-width:1.5}
.dot circle{fill:var(--note);stroke:var(--note);stroke-width:2}.dot.ahead circle{fill:var(--paper)}
.dot.fails circle{stroke:var(--error);fill:var(--error)}.dot.fails.ahead circle{fill:var(--paper)}
.dot .ring,.dot.fails.ahead .ring,.dot.fails .ring{fill:none;stroke:var(--error);stroke-width:1.6}
@media(max-width:56rem){.row{grid-template-columns:minmax(0,1fr)}aside{margin-bottom:1rem}}
@media print{:root{--paper:#fff;--ink:#000;--dim:#444;--line:#999;--card:#fff;--error:#a00;--warning:#750;--note:#036;--good:#060}
body{font-size:10.5pt}main{max-width:none;padding:0}.row{grid-template-columns:minmax(0,1fr) 7cm;gap:0 .8cm}.card{border-top:1px solid var(--line);border-right:1px solid var(--line);border-bottom:1px solid var(--line)}
article+article{break-before:page}}
)";
}

}  // namespace tieout
