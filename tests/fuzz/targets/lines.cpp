// What comes a line or a message at a time: batch's lines, files of drafts, an editor's messages.
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "command/batch_line.hpp"
#include "command/draft_lines.hpp"
#include "invariants.hpp"
#include "registry.hpp"
#include "server/server.hpp"

namespace tieout::fuzz {
namespace {

const Registered kBatchLine("batch_line", [](std::string_view input) {
    const BatchLine line = read_batch_line(input);
    require(nlohmann::json::accept(line.id), "the id is JSON");
    require(!line.error.empty() || nlohmann::json::accept(input), "only JSON is read");
    for_each_draft_line(
        std::string(input), read_options("drafts.jsonl"),
        [](Document document) {
            require_sound(document);
            require(document.enclosure.has_value(), "a line's draft knows its line");
            const std::size_t end = document.enclosure->line.size();
            for (const Sentence& sentence : document.sentences) {
                const Span source = document.offsets.to_source(sentence.span);
                const Span in_line = document.enclosure->offsets.to_source(source);
                require(in_line.begin <= in_line.end && in_line.end <= end, "a sentence's place in the line");
            }
        },
        [](const Error& error) { require(!error.what.empty(), "an error says something"); }, [](double) { return true; });
});

struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

std::string framed(std::string_view message) {
    return "Content-Length: " + std::to_string(message.size()) + "\r\n\r\n" + std::string(message);
}

/// An input is messages, one a line, behind the opening one; what begins like a header is taken as it is.
std::string messages_of(std::string_view input) {
    if (input.substr(0, 8) == "Content-") return std::string(input);
    std::string out = framed(R"({"jsonrpc":"2.0","id":0,"method":"initialize","params":{"capabilities":{}}})");
    while (!input.empty()) {
        const std::size_t end = std::min(input.find('\n'), input.size());
        out += framed(input.substr(0, end));
        input.remove_prefix(std::min(end + 1, input.size()));
    }
    return out;
}

/// Everything the server wrote must be messages of JSON-RPC.
void require_messages(std::string_view output) {
    while (!output.empty()) {
        constexpr std::string_view kHeader = "Content-Length: ";
        require(output.substr(0, kHeader.size()) == kHeader, "an answer has its length");
        const std::size_t end = output.find("\r\n\r\n");
        require(end != std::string_view::npos, "a header ends");
        const std::size_t size = std::stoul(std::string(output.substr(kHeader.size(), end - kHeader.size())));
        output.remove_prefix(end + 4);
        require(size <= output.size(), "an answer is whole");
        const auto message = nlohmann::json::parse(output.substr(0, size), nullptr, false);
        require(message.is_object() && message.value("jsonrpc", "") == "2.0", "an answer is JSON-RPC");
        output.remove_prefix(size);
    }
}

const Registered kLsp("lsp", [](std::string_view input) {
    static const auto kWorkspace = std::make_shared<const server::Workspace>(server::Workspace{{}, settings(), {}, nullptr});
    std::string messages = messages_of(input);
    char* written = nullptr;
    std::size_t size = 0;
    {
        const File in(fmemopen(messages.data(), messages.size(), "r"));
        const File out(open_memstream(&written, &size));
        if (!in || !out) return;
        server::Transport transport(in.get(), out.get());
        server::Server server(
            transport, [](const auto&, const auto&) { return kWorkspace; }, *parse_day("2024-05-17"));
        server.run([](const Error& error) { require(!error.what.empty(), "an error says something"); });
    }
    const std::unique_ptr<char, decltype(&std::free)> owned(written, std::free);
    require_messages(std::string_view(written, size));
});

}  // namespace
}  // namespace tieout::fuzz
