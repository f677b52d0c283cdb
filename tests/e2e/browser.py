#!/usr/bin/env python3
"""The HTML report in a real browser, headless Chromium: nothing is fetched, nothing is complained about, and what a reader is to see is
there. Skipped where there is no Chromium. Usage: browser.py TIEOUT"""
import html.parser
import re
import shutil
import subprocess
import sys

from harness import Case, main, run

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
PAGE = "fixtures/formats/page.ko.md"
# Writes into the page how the browser lays it out, for --dump-dom to show.
PROBE = """<script>
for (const figure of document.querySelectorAll('.row .fig')) {
    const style = getComputedStyle(figure);
    figure.dataset.line = style.textDecorationLine + ' ' + style.textDecorationStyle;
    figure.dataset.shown = figure.getClientRects().length > 0;
}
for (const bar of document.querySelectorAll('.bars rect')) bar.dataset.width = bar.getBoundingClientRect().width;
document.body.dataset.over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
document.body.dataset.paper = getComputedStyle(document.body).backgroundColor;
</script>"""


class Dom(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.figures, self.bars, self.body, self.open_figure, self.in_number = [], [], {}, False, False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if "data-line" in attrs:
            self.figures.append(["", attrs])
            self.open_figure = True
        if tag == "rect" and "data-width" in attrs:
            self.bars.append(float(attrs["data-width"]))
        if tag == "body":
            self.body = attrs
        self.in_number = tag == "sup"

    def handle_endtag(self, tag):
        if tag == "sup":
            self.in_number = False
        if tag in ("a", "span"):
            self.open_figure = False

    def handle_data(self, data):
        if self.open_figure and not self.in_number:
            self.figures[-1][0] += data.replace("\u2060", "")


class Browser(Case):
    def open(self, path, *options):
        """The page as the browser has it, the URLs it asked for over a network, and what it wrote to the console."""
        log = self.folder / "net.json"
        done = subprocess.run(
            [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
             "--disable-sync", "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={self.folder / 'profile'}",
             f"--log-net-log={log}", "--enable-logging=stderr", "--dump-dom", *options, f"file://{path}"],
            capture_output=True, check=True, timeout=180)
        # An event a line; what has no origin is the browser's own affair. The list is not always closed, so it is no JSON to parse.
        events = log.read_text(encoding="utf-8", errors="replace").splitlines()
        asked = {found[1] for found in map(re.compile(r'"initiator":"(?!not an origin)[^"]*".*"url":"((?:https?|wss?)://[^"]*)"').search, events) if found}
        console = re.findall(r":CONSOLE[:(][^\n]*", done.stderr.decode(errors="replace"))
        return Dom(done.stdout.decode()), asked, console

    def report(self, *options, probe=True):
        path = self.folder / "report.html"
        run("check", "--no-config", "--date", "2023-04-17", "--format", f"html={path}", PAGE, *options)
        if probe:
            text = path.read_text(encoding="utf-8")
            text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text).replace("</main>", "</main>" + PROBE)
            path.write_text(text, encoding="utf-8")
        return path

    def test_nothing_is_fetched_and_nothing_complained_about(self):
        # This very way of looking sees what a page asks for and what it complains about.
        control = self.write("control.html", "<img src='http://picture.invalid/x.png'><script>console.error('seen')</script>")
        _, asked, console = self.open(control)
        self.assertTrue(any("picture.invalid" in url for url in asked), asked)
        self.assertTrue(any("seen" in line for line in console), console)
        _, asked, console = self.open(self.report(probe=False))
        self.assertEqual((asked, console), (set(), []))

    def test_figures_are_underlined_by_outcome(self):
        dom, _, _ = self.open(self.report())
        lines = {words: (attrs["data-line"], attrs["data-shown"]) for words, attrs in dom.figures}
        for words, style in (("1조3000억원", "wavy"), ("41억달러", "wavy"), ("300명", "solid"), ("10억원", "dotted")):
            self.assertEqual(lines[words], ("underline " + style, "true"), words)

    def test_bars_are_to_scale(self):
        dom, _, _ = self.open(self.report())
        # 직원 1200명 가운데 300명, then 300 + 240 + 110 against 710, then 12 + 9 + 7 against 28, then 50 of 200.
        for at, values in ((0, [1200, 300]), (2, [300, 240, 110, 710]), (6, [12, 9, 7, 28]), (10, [200, 50])):
            widths = dom.bars[at:at + len(values)]
            for width, value in zip(widths, values):
                self.assertAlmostEqual(width / max(widths), value / max(values), places=2)
        self.assertEqual(len(dom.bars), 12)

    def test_narrow_and_dark(self):
        narrow, _, _ = self.open(self.report(), "--window-size=500,900")
        self.assertEqual(narrow.body["data-over"], "0")
        papers = {self.open(self.report(), f"--blink-settings=preferredColorScheme={scheme}")[0].body["data-paper"] for scheme in (0, 1)}
        self.assertEqual(len(papers), 2)


if __name__ == "__main__":
    if not CHROMIUM:
        print("skipped: no Chromium is installed (chromium, chromium-browser or google-chrome)")
        sys.exit(77)  # which CTest knows as skipped
    main()
