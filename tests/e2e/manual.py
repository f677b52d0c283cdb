#!/usr/bin/env python3
"""The manual page: up to date, without a warning of the programs that set it, and installed. Usage: manual.py TIEOUT BUILD"""
import pathlib
import shutil
import subprocess
import sys
import unittest

from harness import ROOT, Case, main, run

BUILD = sys.argv.pop(1) if len(sys.argv) > 1 else None
PAGE = ROOT / "docs/tieout.1"


class Manual(Case):
    def test_is_that_of_the_program(self):
        self.assertEqual(PAGE.read_bytes(), run("manual").stdout, "./dev docs writes it")

    def test_has_every_command_and_option(self):
        page = PAGE.read_text().replace("\\-", "-")
        for command in ("check", "batch", "claims", "explain", "rules", "convert", "lsp", "completions"):
            section = page.split(f'.SS "tieout {command}"')[1].split("\n.SS ")[0]
            for line in run(command, "--help").stdout.decode().splitlines():
                if line.startswith("  --"):
                    self.assertIn(f"\\fB{line.split()[0]}\\fR", section)

    def test_is_set_without_a_warning(self):
        tried = 0
        for command in (["man", "--warnings", "-l"], ["groff", "-man", "-ww", "-Tutf8"], ["mandoc", "-T", "lint", "-W", "warning"]):
            if shutil.which(command[0]):
                done = subprocess.run([*command, PAGE], capture_output=True, check=False, env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "MANWIDTH": "80"})
                self.assertEqual((done.returncode, done.stderr), (0, b""), command)
                tried += 1
                if command[0] != "mandoc":
                    self.assertIn("6.6조원", done.stdout.decode())
        if tried == 0:
            self.skipTest("there is no man, groff or mandoc")

    @unittest.skipUnless(BUILD, "needs the build's folder")
    def test_is_installed(self):
        subprocess.run(["cmake", "--install", BUILD, "--prefix", self.folder], check=True, capture_output=True)
        installed = {str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if path.is_file()}
        self.assertLessEqual({"bin/tieout", "share/man/man1/tieout.1"}, installed)
        done = subprocess.run([pathlib.Path(self.folder) / "bin/tieout", "--version"], capture_output=True, check=True)
        self.assertTrue(done.stdout.startswith(b"tieout "))


if __name__ == "__main__":
    main()
