#include "server/transport.hpp"

#include <memory>

#include "catch.hpp"

using namespace tieout;

namespace {

struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

/// What reading a whole input gives: the contents one after the other, then "!" and the error or nothing.
std::string read_all(std::string input) {
    const std::unique_ptr<std::FILE, Close> file(std::tmpfile());
    std::fwrite(input.data(), 1, input.size(), file.get());
    std::rewind(file.get());
    server::Transport transport(file.get(), nullptr);
    std::string out;
    while (true) {
        const auto content = transport.read();
        if (!content) return out + "!" + content.error().what;
        if (!*content) return out;
        out += "[" + **content + "]";
    }
}

}  // namespace

TEST_CASE("messages are read by their length in bytes", "[server]") {
    CHECK(read_all("") == "");
    CHECK(read_all("Content-Length: 2\r\n\r\n{}Content-Length: 6\r\n\r\n\"한\"x") == "[{}][\"한\"x]");
    CHECK(read_all("content-length:2\nContent-Type: application/vscode-jsonrpc; charset=utf-8\n\n{}") == "[{}]");
    CHECK(read_all("Content-Length: 0\r\n\r\n") == "[]");
}

TEST_CASE("hostile headers are errors that say what is wrong", "[server]") {
    const char* const inputs[] = {"\r\n",
                                  "Content-Length: 5\r\n\r\n{}",
                                  "Content-Length: 5",
                                  "Content-Length: -1\r\n\r\n",
                                  "Content-Length: 1x\r\n\r\n",
                                  "Content-Length:\r\n\r\n",
                                  "Content-Length: 99999999999999999999999\r\n\r\n",
                                  "Content-Length: 99999999999\r\n\r\n",
                                  "GET / HTTP/1.1\r\n\r\n",
                                  "no header\r\n\r\n"};
    for (const std::string input : inputs) {
        CAPTURE(input);
        const std::string out = read_all(input);
        CHECK(out.size() > 10);
        CHECK(out[0] == '!');
    }
    CHECK(read_all(std::string(100000, 'x'))[0] == '!');
}
