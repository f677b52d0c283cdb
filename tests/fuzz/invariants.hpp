#pragma once

#include <string>
#include <string_view>

#include "check/pipeline.hpp"
#include "reader/reader.hpp"

namespace tieout::fuzz {

/// Ends the program with a message, so that the fuzzer keeps the input.
void require(bool holds, const char* what);

/// What every draft that could be read promises: blocks and sentences in order and inside the text, every span on borders of
/// characters, every place of the text leading back into the source.
void require_sound(const Document& document);
/// The same of everything that is said about a draft, and that its JSON is JSON.
void require_sound(const Report& report);

/// The rules, rates and words that ship, for the targets that check.
const Settings& settings();

/// The options that readers are fuzzed with: nothing depends on the day it is.
ReadOptions read_options(std::string name);

/// Reads a draft twice and checks what it promises; nothing where it is refused. A refusal must say something.
std::optional<Document> read_soundly(std::string_view input, const ReadOptions& options);

/// Whether an error says what is wrong, and where inside the text.
void require_sound(const Error& error, std::string_view text);

}  // namespace tieout::fuzz
