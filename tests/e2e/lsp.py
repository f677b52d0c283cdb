#!/usr/bin/env python3
"""The language server by recorded transcripts and by a client of our own. Usage: lsp.py TIEOUT; TIEOUT_APPROVE=1 records anew."""
import json
import os

from harness import ROOT, Case, main
from lsp_client import Client

TEXT = "😀 **가나전자**는 100억달러(1조3000억원)를 넣는다.\n\n🇰🇷 매출은 20억달러이고, 1200명 가운데 300명(25%)이 남았다.\n"
URI = "file:///desk/%EC%9B%90%EA%B3%A0.md"
OPTIONS = {"initializationOptions": {"date": "2023-04-17"}}


def units(text, encoding):
    return len(text.encode()) if encoding == "utf-8" else len(text.encode("utf-16-le")) // 2


def words(text, range_, encoding="utf-16"):
    """What a range of one line stands for, by the protocol's own definition."""
    line = text.split("\n")[range_["start"]["line"]]
    assert range_["start"]["line"] == range_["end"]["line"]
    coded = line.encode() if encoding == "utf-8" else line.encode("utf-16-le")
    width = 1 if encoding == "utf-8" else 2
    begin, end = (range_[which]["character"] * width for which in ("start", "end"))
    return coded[begin:end].decode("utf-8" if encoding == "utf-8" else "utf-16-le")


def position(text, part, encoding="utf-16"):
    before = text[:text.index(part)]
    return {"line": before.count("\n"), "character": units(before[before.rfind("\n") + 1:], encoding)}


def edited(text, edits):
    for edit in sorted(edits, key=lambda e: (e["range"]["start"]["line"], e["range"]["start"]["character"]), reverse=True):
        lines = text.split("\n")
        offsets = []
        for place in (edit["range"]["start"], edit["range"]["end"]):
            line = lines[place["line"]].encode("utf-16-le")[:place["character"] * 2].decode("utf-16-le")
            offsets.append(sum(len(each) + 1 for each in lines[:place["line"]]) + len(line))
        text = text[:offsets[0]] + edit["newText"] + text[offsets[1]:]
    return text


class Features(Case):
    def client(self, *args, **more):
        client = Client(*args, **more)
        self.addCleanup(client.close)
        return client

    def started(self, encodings=None):
        client = self.client()
        capabilities = {"general": {"positionEncodings": encodings}} if encodings else {}
        chosen = client.start(capabilities, **OPTIONS)["capabilities"]["positionEncoding"]
        return client, chosen

    def test_diagnostics_in_both_encodings(self):
        for asked, chosen in [(None, "utf-16"), (["utf-16"], "utf-16"), (["utf-32", "utf-8"], "utf-8"), (["utf-32"], "utf-16")]:
            client, encoding = self.started(asked)
            self.assertEqual(encoding, chosen)
            found = client.open(URI, TEXT)
            self.assertEqual([(d["code"], d["severity"], words(TEXT, d["range"], encoding)) for d in found],
                             [("currency-conversion", 1, "1조3000억원")])
            self.assertIn("13조1510억원", found[0]["message"])
            self.assertEqual(words(TEXT, found[0]["relatedInformation"][0]["location"]["range"], encoding), "100억달러")
            self.assertEqual(client.end(), (0, ""))

    def test_as_you_type(self):
        for encoding in ("utf-16", "utf-8"):
            client, _ = self.started([encoding])
            self.assertEqual(len(client.open(URI, TEXT)), 1)
            start = position(TEXT, "1조3000억원", encoding)
            end = {**start, "character": start["character"] + units("1조3000억원", encoding)}
            self.assertEqual(client.change(URI, 2, {"range": {"start": start, "end": end}, "text": "13조원"}), [])
            fixed = TEXT.replace("1조3000억원", "13조원")
            # Several changes in one message, each on what the one before left; then the whole text anew.
            place = position(fixed, "300명", encoding)
            broken = client.change(URI, 3, {"range": {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}, "text": "새 줄 😀\n"},
                                   {"range": {"start": {**place, "line": place["line"] + 1},
                                              "end": {"line": place["line"] + 1, "character": place["character"] + units("300명", encoding)}},
                                    "text": "900명"})
            text = "새 줄 😀\n" + fixed.replace("300명", "900명")
            self.assertEqual([words(text, d["range"], encoding) for d in broken], ["25%"])
            self.assertEqual(client.change(URI, 4, {"text": "수치가 없다.\n"}), [])
            self.assertEqual(client.end()[0], 0)

    def test_hover(self):
        client, _ = self.started()
        client.open(URI, TEXT)
        ask = lambda part, shift=0: client.request("textDocument/hover", {"textDocument": {"uri": URI}, "position": {
            **position(TEXT, part), "character": position(TEXT, part)["character"] + shift}})["result"]
        answer = ask("20억달러")
        self.assertEqual(words(TEXT, answer["range"]), "20억달러")
        for said in ("20억달러", "USD", "≈ **2조6302억", "2023-04-17, 1 USD = 1,315.12 KRW"):
            self.assertIn(said, answer["contents"]["value"])
        # 1.3 trillion won at 1,315.12 a dollar: 988.5 million dollars.
        won = ask("1조3000억원", 3)["contents"]["value"]
        self.assertRegex(won, r"≈ \*\*9억88\d\d만")
        self.assertIn("✗ 성립하지 않음 `currency-conversion`", won)
        self.assertIn("✓ 확인됨 `share-of-total`", ask("300명")["contents"]["value"])
        self.assertIsNone(ask("가나전자"))
        self.assertIsNone(client.request("textDocument/hover", {"textDocument": {"uri": URI}, "position": {"line": 99, "character": 9}})["result"])

    def test_code_actions(self):
        client, _ = self.started()
        found = client.open(URI, TEXT)
        ask = lambda **context: client.request("textDocument/codeAction", {"textDocument": {"uri": URI}, "range": found[0]["range"],
                                                                           "context": {"diagnostics": found, **context}})["result"]
        fix, silence = ask()
        self.assertEqual((fix["title"], fix["kind"], fix["isPreferred"]), ("1조3000억원 → 13조원", "quickfix", True))
        fixed = edited(TEXT, fix["edit"]["changes"][URI])
        self.assertEqual(fixed, TEXT.replace("1조3000억원", "13조원"))
        self.assertEqual(client.change(URI, 2, {"text": fixed}), [])
        silenced = edited(TEXT, silence["edit"]["changes"][URI])
        self.assertIn("넣는다. <!-- tieout-disable-line currency-conversion -- 이유를 적으세요 -->\n", silenced)
        self.assertEqual(client.change(URI, 3, {"text": silenced}), [])
        client.change(URI, 4, {"text": TEXT})
        self.assertEqual(ask(only=["refactor"]), [])
        self.assertEqual(len(ask(only=["quickfix"])), 2)

    def test_silencing_in_plain_text(self):
        client, _ = self.started()
        uri, text = "file:///desk/a.txt", "첫 줄이다.\n\n😀 100억달러(1조3000억원)를 넣는다.\n"
        found = client.open(uri, text, "plaintext")
        actions = client.request("textDocument/codeAction", {"textDocument": {"uri": uri}, "range": found[0]["range"], "context": {}})["result"]
        silenced = edited(text, actions[1]["edit"]["changes"][uri])
        self.assertIn("\n//tieout-disable-next-line currency-conversion -- ", silenced)
        self.assertEqual(client.change(uri, 2, {"text": silenced}), [])

    def test_a_draft_without_a_file(self):
        client, _ = self.started()
        self.assertEqual(len(client.open("untitled:Untitled-1", TEXT)), 1)
        self.assertEqual(len(client.open("untitled:Untitled-2", TEXT, "plaintext")), 1)

    def test_closing_clears(self):
        client, _ = self.started()
        client.open(URI, TEXT)
        client.notify("textDocument/didClose", {"textDocument": {"uri": URI}})
        self.assertEqual(client.published(), [])
        answer = client.request("textDocument/hover", {"textDocument": {"uri": URI}, "position": {"line": 0, "character": 0}})
        self.assertEqual(answer["error"]["code"], -32602)

    def test_configuration(self):
        self.write(".tieout.json", '{"rules": {"currency-conversion": "warning"}, "message_language": "en", "date": "2023-04-17"}')
        path = self.write("desk/a.md", TEXT)
        client = self.client()
        client.start({"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}})
        watch = client.next()
        self.assertEqual(watch["method"], "client/registerCapability")
        self.assertIn(".tieout.json", json.dumps(watch))
        client.send({"id": watch["id"], "result": None})
        found = client.open("file://" + path, TEXT)
        self.assertEqual([d["severity"] for d in found], [2])
        self.assertIn("Suggestion", found[0]["message"])
        self.write(".tieout.json", '{"rules": {"currency-conversion": "off"}}')
        client.notify("workspace/didChangeWatchedFiles", {"changes": []})
        self.assertEqual(client.published(), [])
        self.write(".tieout.json", '{\n"rulez": {}}')
        client.notify("workspace/didChangeConfiguration", {"settings": {"tieout": {"date": "2023-04-17"}}})
        message = client.next()
        self.assertEqual((message["method"], message["params"]["type"]), ("window/showMessage", 1))
        self.assertIn(".tieout.json:2:1", message["params"]["message"])
        self.assertEqual(len(client.published()), 1)

    def test_cancellation(self):
        client, _ = self.started()
        client.open(URI, TEXT)
        hover = {"method": "textDocument/hover", "params": {"textDocument": {"uri": URI}, "position": position(TEXT, "20억")}}
        # The withdrawal is read while the server still checks the text that came before the request.
        change = {"method": "textDocument/didChange", "params": {"textDocument": {"uri": URI, "version": 2},
                                                                 "contentChanges": [{"text": TEXT * 2000}]}}
        first = {"id": "first", **hover}
        for message in (change, first, {"id": "second", **hover}, {"method": "$/cancelRequest", "params": {"id": "second"}}):
            client.send(message)
        answers = {}
        while len(answers) < 2:
            message = client.next(60)
            if "id" in message:
                answers[message["id"]] = message
        self.assertIn("result", answers["first"])
        self.assertEqual(answers["second"]["error"]["code"], -32800)
        self.assertEqual(client.end()[0], 0)


class Lifecycle(Case):
    def client(self):
        client = Client()
        self.addCleanup(client.close)
        return client

    def test_order(self):
        client = self.client()
        self.assertEqual(client.request("textDocument/hover")["error"]["code"], -32002)
        client.notify("textDocument/didOpen", {})
        client.start()
        self.assertEqual(client.request("initialize")["error"]["code"], -32600)
        self.assertEqual(client.request("no/such")["error"]["code"], -32601)
        client.notify("no/such")
        client.request("shutdown")
        self.assertEqual(client.request("textDocument/hover")["error"]["code"], -32600)
        client.notify("exit")
        self.assertEqual(client.wait(), (0, ""))

    def test_ends(self):
        client = self.client()
        client.notify("exit")
        self.assertEqual(client.wait()[0], 1)
        client = self.client()
        client.start()
        client.process.stdin.close()
        self.assertEqual(client.process.wait(30), 1)

    def test_hostile_messages(self):
        client = self.client()
        client.start()
        client.open(URI, TEXT)
        for content in (b"", b"{", b"[]", b"null", b"[1,2]", b'"x"', b"\xff", b'{"jsonrpc":"2.0","id":{},"method":"x"}', b'{"id":1,"method":5}',
                        b'{"method":null}', b'{"\\ud800":1}', b"[" * 100000, b'{"a":' * 100000):
            client.send(content)
            self.assertIn(client.next()["error"]["code"], (-32700, -32600, -32601))
        document = {"textDocument": {"uri": URI}}
        zero = {"line": 0, "character": 0}
        for method, params in [("textDocument/hover", {}), ("textDocument/hover", []), ("textDocument/hover", document),
                               ("textDocument/hover", {**document, "position": {"line": -1, "character": 0}}),
                               ("textDocument/hover", {**document, "position": {"line": 0.5, "character": 0}}),
                               ("textDocument/hover", {"textDocument": {"uri": 5}, "position": zero}),
                               ("textDocument/codeAction", {**document, "range": {"start": zero}})]:
            self.assertEqual(client.request(method, params)["error"]["code"], -32602, params)
        for method, params in [("textDocument/didOpen", {}), ("textDocument/didOpen", {"textDocument": {"uri": "x"}}),
                               ("textDocument/didChange", {}), ("textDocument/didChange", {**document, "contentChanges": 5}),
                               ("textDocument/didChange", {**document, "contentChanges": [5, {"text": 1}]}),
                               ("textDocument/didChange", {"textDocument": {"uri": "file:///not/open"}, "contentChanges": []}),
                               ("textDocument/didClose", None), ("workspace/didChangeConfiguration", {"settings": 5}), ("$/cancelRequest", {"id": []})]:
            client.notify(method, params)
        huge = {"line": 2**63, "character": 2**31}
        self.assertIsNone(client.request("textDocument/hover", {**document, "position": huge})["result"])
        broken = client.change(URI, 9, {"text": "\0\x1b \ufeff 20억달러(2600억원)\r\r\n" + "(" * 5000})
        self.assertIsInstance(broken, list)
        self.assertEqual(client.end(), (0, ""))

    def test_hostile_headers(self):
        for data in (b"Content-Length: 99999999999\r\n\r\n{}", b"GET / HTTP/1.1\r\n\r\n", b"Content-Length: 10\r\n\r\n{}", b"x" * 5000):
            client = self.client()
            client.raw(data)
            client.process.stdin.close()
            self.assertEqual(client.process.wait(30), 2)
            message = client.process.stderr.read().decode()
            self.assertTrue(message.startswith("tieout: ") and message.count("\n") == 1, message)


class Transcripts(Case):
    """fixtures/lsp/*.jsonl: a message a line, "send" to the server or "receive" from it, in their order."""

    def test_all(self):
        files = sorted((ROOT / "fixtures/lsp").glob("*.jsonl"))
        self.assertTrue(files)
        for file in files:
            with self.subTest(file.name):
                steps = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
                client = Client()
                self.addCleanup(client.close)
                recorded = []
                for i, step in enumerate(steps):
                    if "send" not in step:
                        continue
                    recorded.append(step)
                    client.send(step["send"])
                    expected = 0
                    while i + expected + 1 < len(steps) and "receive" in steps[i + expected + 1]:
                        expected += 1
                    if os.environ.get("TIEOUT_APPROVE") == "1":
                        expected = step.get("answers", expected)
                    recorded += [{"receive": client.next()} for _ in range(expected)]
                self.assertEqual(client.wait(), (0, ""))
                self.assertIsNone(client.next())
                if os.environ.get("TIEOUT_APPROVE") == "1":
                    text = "".join(json.dumps(step, ensure_ascii=False) + "\n" for step in recorded)
                    file.write_text(text.replace(json.dumps(self.version(recorded)), '"VERSION"'), encoding="utf-8")
                    continue
                version = self.version(recorded)
                self.assertEqual(json.loads(json.dumps(recorded).replace(json.dumps(version), '"VERSION"')), steps)

    @staticmethod
    def version(recorded):
        return next(step["receive"]["result"]["serverInfo"]["version"] for step in recorded
                    if "serverInfo" in str(step.get("receive", {}).get("result")))


if __name__ == "__main__":
    main()
