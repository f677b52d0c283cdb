#!/usr/bin/env python3
"""What docs/ci.md promises, tried with real git on a repository of drafts. Usage: ci.py TIEOUT"""
import json
import os
import shutil
import subprocess

from harness import ROOT, TIEOUT, Case, main

WRONG = "회사는 현지 공장에 20억달러(약 2600억원)를 쓴다.\n"
RIGHT = "회사는 현지 공장에 20억달러(약 2조6000억원)를 쓴다.\n"
HOOK = "#!/bin/sh\ngit diff -z --cached --name-only --diff-filter=d -- '*.md' '*.txt' | xargs -0 -r tieout check --format concise --\n"


class Repository(Case):
    def setUp(self):
        super().setUp()
        programs = self.folder / "bin"
        programs.mkdir()
        (programs / "tieout").symlink_to(TIEOUT)
        self.repository = self.folder / "drafts"
        self.repository.mkdir()
        self.env = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}", "HOME": str(self.folder), "GIT_CONFIG_NOSYSTEM": "1",
                    "GIT_AUTHOR_NAME": "desk", "GIT_AUTHOR_EMAIL": "desk@example.org", "GIT_COMMITTER_NAME": "desk",
                    "GIT_COMMITTER_EMAIL": "desk@example.org"}
        self.git("init", "-q", "-b", "main")
        self.draft(".tieout.json", '{"date": "2023-04-17", "ignore": ["archive/"]}')
        self.draft("old.md", WRONG)
        self.draft("archive/a.md", RIGHT)
        self.commit("Begin")

    def command(self, *args, **more):
        return subprocess.run(args, cwd=self.repository, env={**self.env, **more}, capture_output=True, check=False, timeout=120)

    def git(self, *args):
        done = self.command("git", *args)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return done.stdout.decode().strip()

    def draft(self, name, text):
        return self.write(f"drafts/{name}", text)

    def commit(self, subject):
        self.git("add", "-A")
        return self.command("git", "commit", "-qm", subject)

    def changed(self, base):
        done = self.command(ROOT / "ci/changed-drafts.sh", base)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return [name for name in done.stdout.decode().split("\0") if name]

    def test_changed_drafts(self):
        base = self.git("rev-parse", "HEAD")
        self.assertEqual(self.changed(base), [])
        self.git("checkout", "-qb", "story")
        self.draft("새 원고 1.md", WRONG)
        self.draft("program.py", WRONG)
        self.git("mv", "old.md", "moved.md")
        self.commit("Add a story")
        self.assertEqual(sorted(self.changed(base)), ["moved.md", "새 원고 1.md"])
        self.git("rm", "-q", "moved.md")
        self.commit("Drop it")
        self.assertEqual(self.changed(base), ["새 원고 1.md"])
        # What the main branch did meanwhile is none of the story's business.
        self.git("checkout", "-q", "main")
        self.draft("other.md", WRONG)
        self.commit("Go on")
        main_head = self.git("rev-parse", "HEAD")
        self.git("checkout", "-q", "story")
        self.assertEqual(self.changed(main_head), ["새 원고 1.md"])

    def test_hook(self):
        hook = self.repository / ".git/hooks/pre-commit"
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(HOOK)
        hook.chmod(0o755)
        self.draft("새 원고.md", WRONG)
        done = self.commit("Add a wrong story")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("새 원고.md:1:18: error", done.stdout.decode() + done.stderr.decode())
        self.assertEqual(self.git("log", "--format=%s"), "Begin")
        self.draft("새 원고.md", RIGHT)
        self.draft("archive/b.md", WRONG)
        self.assertEqual(self.commit("Add the story").returncode, 0)

    def test_documented_hook_is_the_tested_one(self):
        page = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
        self.assertIn("".join("    " + line + "\n" for line in HOOK.splitlines()), page)

    def test_github_step(self):
        base = self.git("rev-parse", "HEAD")
        step = lambda **more: self.command(ROOT / "ci/github.sh", TIEOUT=str(TIEOUT), TIEOUT_BASE=base, **more)
        done = step()
        self.assertEqual((done.returncode, done.stdout), (0, b"No draft was changed.\n"))
        self.draft("new.md", WRONG)
        self.commit("Add a wrong story")
        done = step()
        self.assertEqual(done.returncode, 1, done.stderr.decode())
        self.assertTrue(done.stdout.decode().startswith("::error file=new.md,line=1,"), done.stdout.decode())
        sarif = json.loads((self.repository / "tieout.sarif").read_text(encoding="utf-8"))
        self.assertEqual([r["ruleId"] for r in sarif["runs"][0]["results"]], ["currency-conversion"])
        done = step(TIEOUT_PATHS="old.md new.md", TIEOUT_ARGUMENTS="--fail-on never", TIEOUT_SARIF="out.sarif")
        self.assertEqual((done.returncode, done.stdout.decode().count("::error")), (0, 2))
        self.assertTrue((self.repository / "out.sarif").exists())
        done = step(TIEOUT_ARGUMENTS="--no-such-option")
        self.assertEqual(done.returncode, 2)

    def test_gitlab_job(self):
        """The script line of ci/gitlab.yml, as the runner's shell gets it."""
        shutil.copytree(ROOT / "ci", self.repository / "ci")
        base = self.git("rev-parse", "HEAD")
        lines = (ROOT / "ci/gitlab.yml").read_text(encoding="utf-8").split("script:\n")[1].split("artifacts:")[0].split("\n")
        script = " ".join(line.strip() for line in lines).strip().removeprefix("- ")
        job = lambda: self.command("bash", "-c", "set -o pipefail; " + script, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
        self.assertEqual(job().returncode, 0)
        self.draft("new.md", WRONG)
        self.commit("Add a wrong story")
        done = job()
        self.assertEqual(done.returncode, 123, done.stderr.decode())  # what xargs makes of 1
        issues = json.loads((self.repository / "gl-code-quality-report.json").read_text(encoding="utf-8"))
        self.assertEqual([(i["check_name"], i["location"]["path"]) for i in issues], [("currency-conversion", "new.md")])

    def test_pre_commit_hook_file(self):
        text = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
        entry = next(line.split(": ", 1)[1] for line in text.splitlines() if line.strip().startswith("entry:"))
        self.draft("b.md", WRONG)
        done = self.command(*entry.split(), "b.md", "old.md")
        self.assertEqual((done.returncode, done.stdout.decode().count("error:")), (1, 2))


if __name__ == "__main__":
    main()
