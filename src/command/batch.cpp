#include <sys/stat.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstring>

#include "command/batch_line.hpp"
#include "command/command.hpp"
#include "command/ordered_pool.hpp"
#include "command/progress.hpp"
#include "command/setup.hpp"
#include "report/json_report.hpp"
#include "report/json_writer.hpp"

namespace tieout {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 16;        // bytes of lines that go to a thread at once
constexpr std::size_t kLongestLine = std::size_t{1} << 30;  // a longer one is refused instead of held

struct BatchOptions {
    SetupOptions setup;
    std::string date;
    bool all_numbers = false;
    unsigned threads = 0;
};

void write_error(LineChunk& chunk, std::string_view id, std::string_view what, std::size_t number) {
    JsonWriter(chunk.output)
        .open_object()
        .key("id")
        .raw(id)
        .key("error")
        .string(what)
        .key("line")
        .number(number)
        .close_object();
    chunk.output += '\n';
    chunk.failed = true;
}

/// Checks one line; what stands behind a line that is blank is nothing.
void work_on_line(LineChunk& chunk, std::string_view text, std::size_t number, const ReadOptions& defaults,
                  const Setup& setup) {
    if (text.find_first_not_of(" \t\r") == std::string_view::npos) return;
    BatchLine line = read_batch_line(text);
    if (!line.error.empty()) return write_error(chunk, line.id, line.error, number);
    line.options.today = defaults.today;
    if (!line.options.date) line.options.date = defaults.date;
    line.options.encoding = "UTF-8";
    auto document = read_document(std::move(line.text), line.options);
    if (!document) return write_error(chunk, line.id, document.error().what, number);
    Report report = check_document(std::move(*document), setup.settings);
    apply_policy(report, setup.settings, setup.policy);
    append_document_with_id(chunk.output, report, line.id);
    chunk.output += '\n';
}

void work_on(LineChunk& chunk, const ReadOptions& defaults, const Setup& setup) {
    const std::string_view lines = chunk.lines;
    std::size_t number = chunk.first_line;
    for (std::size_t begin = 0; begin < lines.size(); ++number) {
        const std::size_t end = std::min(lines.find('\n', begin), lines.size());
        work_on_line(chunk, lines.substr(begin, end - begin), number, defaults, setup);
        begin = end + 1;
    }
    chunk.lines = {};
}

/// Cuts standard input into chunks of whole lines. What has arrived is handed on at once, so that a pipe that waits for an
/// answer gets it.
class LineSource {
public:
    /// Nothing at the end of the input. A line that is too long comes as a chunk with the error in place.
    std::optional<LineChunk> next() {
        while (true) {
            // What is left of the chunk before holds no line end, so that only what is new has to be searched.
            const std::size_t filled = rest_.size();
            if (!ended_) fill();
            const std::size_t newline = std::string_view(rest_).substr(filled).rfind('\n');
            if (newline != std::string_view::npos) return cut(filled + newline + 1);
            if (rest_.size() > kLongestLine) return refuse_line();
            if (ended_) return rest_.empty() ? std::nullopt : std::optional(cut(rest_.size()));
        }
    }
    const std::string& error() const { return error_; }
    std::uint64_t bytes_read() const { return read_; }

private:
    void fill() {
        const std::size_t filled = rest_.size();
        rest_.resize(filled + kChunk);
        ssize_t got = 0;
        do {
            got = ::read(STDIN_FILENO, rest_.data() + filled, kChunk);
        } while (got < 0 && errno == EINTR);
        if (got < 0) error_ = std::string("cannot read standard input: ") + std::strerror(errno);
        ended_ = got <= 0;
        read_ += static_cast<std::uint64_t>(std::max<ssize_t>(got, 0));
        rest_.resize(filled + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    }
    LineChunk cut(std::size_t size) {
        LineChunk chunk;
        chunk.first_line = line_;
        chunk.lines = rest_.substr(0, size);
        rest_.erase(0, size);
        line_ += static_cast<std::size_t>(std::count(chunk.lines.begin(), chunk.lines.end(), '\n'));
        return chunk;
    }
    LineChunk refuse_line() {
        LineChunk chunk;
        write_error(chunk, "null", "the line is longer than 1 GiB", line_++);
        for (rest_.clear(); !ended_; rest_.clear()) {
            fill();
            if (const std::size_t newline = rest_.find('\n'); newline != std::string::npos) {
                rest_.erase(0, newline + 1);
                break;
            }
        }
        return chunk;
    }

    std::string rest_;  ///< read and not yet handed on
    std::size_t line_ = 1;
    std::uint64_t read_ = 0;
    bool ended_ = false;
    std::string error_;
};

/// The size of standard input; 0 where it is no file, and how much is to come nobody knows.
double input_size() {
    struct stat status {};
    return fstat(STDIN_FILENO, &status) == 0 && S_ISREG(status.st_mode) ? static_cast<double>(status.st_size) : 0;
}

ExitStatus fail(const Error& error) {
    complain(error);
    return ExitStatus::failed;
}

ExitStatus batch(const BatchOptions& options) {
    auto setup = set_up(options.setup);
    if (!setup) return fail(setup.error());
    (*setup)->settings.all_numbers = options.all_numbers;
    (*setup)->policy.baseline.reset();  // it knows drafts by their paths
    ReadOptions defaults;
    defaults.today = today();
    if (!options.date.empty()) {
        const auto date = parse_date_option(options.date, "--date");
        if (!date) return fail(date.error());
        defaults.date = *date;
    }
    bool failed = false;
    LineSource source;
    const double size = input_size();
    Progress progress(size > 0);
    {
        OrderedPool pool(
            options.threads > 0 ? options.threads : std::max(1u, std::thread::hardware_concurrency()),
            [&](LineChunk& chunk) { work_on(chunk, defaults, **setup); },
            [&](const LineChunk& chunk) {
                failed = failed || chunk.failed;
                return print(chunk.output) || (failed = true, false);
            });
        while (auto chunk = source.next()) {
            const std::size_t line = chunk->first_line;
            if (!pool.submit(std::move(*chunk))) break;
            progress.update(static_cast<double>(source.bytes_read()), size, "line " + std::to_string(line));
        }
    }
    if (!source.error().empty()) return fail({"", 0, 0, source.error(), ""});
    return failed ? ExitStatus::failed : ExitStatus::clean;
}

}  // namespace

void add_batch(CLI::App& program, ExitStatus& status) {
    CLI::App& command =
        *program.add_subcommand("batch", "Check drafts given as JSON Lines on standard input; JSON Lines out, in order");
    const auto options = std::make_shared<BatchOptions>();
    command.add_option("--date", options->date, "Date line of drafts that carry none")->type_name("YYYY-MM-DD");
    command.add_flag("--all-numbers", options->all_numbers, "Also read bare numbers written in words");
    command.add_option("--threads", options->threads, "Threads to work with (default: all cores)")
        ->type_name("N")
        ->check(CLI::Range(1, 1024).description(""));
    add_choice_of_rules(command, options->setup);
    add_setup_options(command, options->setup);
    command.footer("Exit status: 0 every line was checked, whatever was found; 2 a line or the whole could not be.");
    command.callback([options, &status] { status = batch(*options); });
}

}  // namespace tieout
