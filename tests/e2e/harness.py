"""What the tests of the built program share. The first argument names the program."""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TIEOUT = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else ROOT / "build/dev/tieout"


def run(*args, stdin=b"", env=None, cwd=ROOT):
    return subprocess.run([TIEOUT, *args], input=stdin, capture_output=True, env={**os.environ, **(env or {})}, timeout=120, cwd=cwd,
                          check=False)


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    def refused(self, done, *words):
        """Exit status 2 and one line on standard error that has these words."""
        message = done.stderr.decode()
        self.assertEqual(done.returncode, 2, message)
        self.assertEqual(message.count("\n"), 1, message)
        self.assertTrue(message.startswith("tieout: "), message)
        for word in words:
            self.assertIn(word, message)


def main():
    unittest.main()
