#!/usr/bin/env python3
"""Installs the build into a folder, runs what is there, and builds the example against the library: package.py TIEOUT BUILD COMPILER"""
import pathlib
import subprocess
import sys

BUILD, COMPILER = sys.argv.pop(2), sys.argv.pop(2)

from harness import ROOT, Case, main  # noqa: E402  (takes the program out of the arguments)

WRONG = "회사는 현지 공장에 20억달러(약 2600억원)를 쓴다.\n".encode()


def done(*command, **more):
    result = subprocess.run(command, capture_output=True, timeout=300, check=False, **more)
    return result.returncode, result.stdout.decode() + result.stderr.decode()


class Installed(Case):
    def test_program_and_library(self):
        prefix = self.folder / "usr"
        code, output = done("cmake", "--install", BUILD, "--prefix", prefix)
        self.assertEqual(code, 0, output)
        code, output = done(prefix / "bin/tieout", "check", "--no-config", "--format", "concise", "-", input=WRONG)
        self.assertEqual(code, 1, output)
        for file in ("bash-completion/completions/tieout", "zsh/vendor-completions/_tieout", "fish/vendor_completions.d/tieout.fish",
                     "doc/tieout/copyright", "doc/tieout/docs/limits.md", "doc/tieout/docs/rules/growth-rate.md"):
            self.assertGreater((prefix / "share" / file).stat().st_size, 0, file)
        self.assertIn("complete -o default -F _tieout tieout", (prefix / "share/bash-completion/completions/tieout").read_text())

        example = self.folder / "example"
        code, output = done("cmake", "-S", ROOT / "examples/library", "-B", example, f"-DCMAKE_PREFIX_PATH={prefix}", f"-DCMAKE_CXX_COMPILER={COMPILER}")
        self.assertEqual(code, 0, output)
        code, output = done("cmake", "--build", example)
        self.assertEqual(code, 0, output)
        code, output = done(example / "check_one", input=WRONG)
        self.assertEqual((code, output.split(":")[0]), (1, "currency-conversion"))
        self.assertFalse([name for name in pathlib.Path(prefix).rglob("*.cmake") if str(ROOT) in name.read_text()])


if __name__ == "__main__":
    main()
