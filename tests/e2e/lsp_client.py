"""A client of the Language Server Protocol that knows no more than the base protocol."""
import json
import queue
import subprocess
import threading

from harness import TIEOUT


class Client:
    def __init__(self, *args, cwd=None):
        self.process = subprocess.Popen([TIEOUT, "lsp", *args], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                        cwd=cwd)
        self.messages = queue.Queue()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        self.last_id = 100

    def _read(self):
        out = self.process.stdout
        while True:
            length = 0
            while (line := out.readline()) not in (b"", b"\r\n"):
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            if line == b"":
                self.messages.put(None)
                return
            self.messages.put(json.loads(out.read(length)))

    def send(self, message):
        content = message if isinstance(message, bytes) else json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.raw(b"Content-Length: %d\r\n\r\n" % len(content) + content)

    def raw(self, data):
        try:
            self.process.stdin.write(data)
            self.process.stdin.flush()
        except BrokenPipeError:
            pass

    def next(self, timeout=30):
        """The server's next message; None at the end of its output."""
        return self.messages.get(timeout=timeout)

    def notify(self, method, params=None):
        self.send({"method": method, "params": params if params is not None else {}})

    def request(self, method, params=None):
        """The answer; what else arrives meanwhile is kept in `others`."""
        self.last_id += 1
        self.send({"id": self.last_id, "method": method, "params": params if params is not None else {}})
        self.others = []
        while (message := self.next()) is not None:
            if message.get("id") == self.last_id and "method" not in message:
                return message
            self.others.append(message)
        raise AssertionError("the server is gone")

    def start(self, capabilities=None, **more):
        answer = self.request("initialize", {"capabilities": capabilities or {}, **more})["result"]
        self.notify("initialized")
        return answer

    def open(self, uri, text, language="markdown", version=1):
        self.notify("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": language, "version": version, "text": text}})
        return self.published()

    def change(self, uri, version, *changes):
        self.notify("textDocument/didChange", {"textDocument": {"uri": uri, "version": version}, "contentChanges": list(changes)})
        return self.published(version)

    def published(self, version=None):
        while True:
            message = self.next()
            if message is None:
                raise AssertionError("the server is gone: " + self.process.stderr.read().decode())
            if message.get("method") == "textDocument/publishDiagnostics" and version in (None, message["params"].get("version")):
                return message["params"]["diagnostics"]

    def end(self):
        """Shuts the server down; its exit status and what it said on standard error."""
        self.request("shutdown")
        self.notify("exit")
        return self.wait()

    def wait(self):
        status = self.process.wait(30)
        return status, self.process.stderr.read().decode()

    def close(self):
        self.process.kill()
        self.process.wait(30)
        self.reader.join(30)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            try:
                stream.close()
            except BrokenPipeError:
                pass
