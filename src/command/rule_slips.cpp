#include "command/rule_slips.hpp"

#include <algorithm>
#include <set>

#include "base/utf8.hpp"
#include "command/rule_test.hpp"
#include "extract/tokenizer.hpp"

namespace tieout {
namespace {

constexpr std::size_t kDigitsOfYear = 4;

/// Text in place of a span.
struct Edit {
    Slip slip{};
    Span span;
    std::string text;
};

bool same_script(std::string_view a, std::string_view b) {
    const auto script = [](std::string_view text) {
        const char32_t c = code_point_at(text, 0).value;
        return is_hangul(c) ? 2 : c < 0x80 && is_ascii_letter(static_cast<char>(c)) ? 1 : 0;
    };
    return script(a) == script(b);
}

/// The slips that can be made in one figure.
class Slips {
public:
    Slips(const Document& document, const Lexicon& lexicon, std::vector<Edit>& out)
        : text_(document.text), lexicon_(lexicon), out_(out) {}

    void take(const Figure& figure) {
        if (figure.kind == Kind::date) return year(figure);
        digit(figure);
        scale(figure);
        if (figure.kind == Kind::money) currency(figure);
    }

private:
    void digit(const Figure& figure) {
        for (std::uint32_t i = figure.numeral.begin; i < figure.numeral.end; ++i) {
            if (!is_ascii_digit(text_[i]) || text_[i] == '0') continue;
            return add(Slip::digit, i, 1, std::string(1, text_[i] == '9' ? '1' : static_cast<char>(text_[i] + 1)));
        }
    }

    void year(const Figure& figure) {
        std::uint32_t digits = 0;
        for (std::uint32_t i = figure.span.begin; i < figure.span.end; ++i) {
            digits = is_ascii_digit(text_[i]) ? digits + 1 : 0;
            if (digits == kDigitsOfYear)
                return add(Slip::year, i, 1, std::string(1, text_[i] == '9' ? '0' : static_cast<char>(text_[i] + 1)));
        }
    }

    /// 만 becomes 억, million becomes billion.
    void scale(const Figure& figure) {
        const Rational step = lexicon_.language() == Language::ko ? 10'000 : 1'000;
        for (std::size_t i = figure.numeral.begin; i < figure.numeral.end; i += code_point_at(text_, i).length) {
            const auto match = lexicon_.longest(text_, i, figure.core.end, mask(WordClass::scale));
            if (!match) continue;
            const Rational wanted = match.entry->sense(WordClass::scale)->value * step;
            const auto is_next = [&](const Sense& sense) { return sense.value == wanted; };
            if (const auto next = nearest(*match.entry, WordClass::scale, is_next))
                return add(Slip::scale, i, match.length, *next);
        }
    }

    /// Dollars become euros, any other currency dollars.
    void currency(const Figure& figure) {
        const std::string wanted = unit_code(figure) == "USD" ? "EUR" : "USD";
        const auto is_other = [&](const Sense& sense) { return sense.unit && sense.unit->code == wanted; };
        for (std::size_t i = figure.core.begin; i < figure.core.end; i += code_point_at(text_, i).length) {
            for (const WordClass word_class : {WordClass::currency, WordClass::currency_before}) {
                const auto match = lexicon_.longest(text_, i, figure.core.end, mask(word_class));
                if (!match) continue;
                if (const auto other = nearest(*match.entry, word_class, is_other))
                    return add(Slip::currency, i, match.length, *other);
            }
        }
    }

    /// Of the forms of a class that fit, one in the same script that ends most like `like`; the shortest of those.
    template <class Fits>
    std::optional<std::string> nearest(const Entry& like, WordClass word_class, Fits fits) const {
        const Entry* best = nullptr;
        for (const Entry& entry : lexicon_.entries()) {
            const Sense* sense = entry.sense(word_class);
            if (!sense || !fits(*sense) || !same_script(entry.form, like.form)) continue;
            const auto rank = [&](const Entry& one) {
                return std::pair(common_ending(one.form, like.form), -static_cast<long>(one.form.size()));
            };
            if (!best || rank(entry) > rank(*best)) best = &entry;
        }
        return best ? std::optional(best->form) : std::nullopt;
    }

    void add(Slip slip, std::size_t begin, std::size_t length, std::string text) {
        out_.push_back(
            {slip, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + length)}, std::move(text)});
    }

    const std::string& text_;
    const Lexicon& lexicon_;
    std::vector<Edit>& out_;
};

/// The figures that the rule has found to agree.
std::set<std::uint32_t> verified(const Report& report, const Rule& rule) {
    std::set<std::uint32_t> out;
    for (const Check& check : report.checks) {
        if (check.rule == rule.id && check.outcome == Outcome::holds) out.insert(check.claims.begin(), check.claims.end());
    }
    return out;
}

std::vector<Edit> edits_of(const Rule& rule, const Report& report, const Lexicon& lexicon) {
    std::vector<Edit> out;
    const std::set<std::uint32_t> figures = verified(report, rule);
    Slips slips(report.document, lexicon, out);
    for (const std::uint32_t claim : figures) slips.take(report.claims[claim].figure);
    if (figures.empty()) return out;
    for (const Token& token : tokenize(report.document, lexicon, false).tokens) {
        if (token.kind == TokenKind::entry && (token.classes & mask(WordClass::change)) && !token.entry->opposite.empty() &&
            token.span.of(report.document.text).size() == token.entry->form.size())
            out.push_back({Slip::sign, token.span, token.entry->opposite});
    }
    return out;
}

}  // namespace

SlipCounts count_slips(const Rule& rule, const Settings& settings) {
    SlipCounts counts;
    for (std::size_t i = 0; i < kLanguages; ++i) {
        const auto& lexicon = built_in_lexicon(static_cast<Language>(i));
        if (!lexicon.ok()) continue;
        for (const Example& example : rule.examples[i]) {
            if (example.fails) continue;
            const auto report = check_example(example, static_cast<Language>(i), settings);
            if (!report) continue;
            const Document& document = report->document;
            for (const Edit& edit : edits_of(rule, *report, **lexicon)) {
                Example edited = example;
                const std::size_t begin = document.offsets.to_source(edit.span.begin);
                const std::string_view written = edit.span.of(document.text);
                if (edited.text.compare(begin, written.size(), written) != 0) continue;  // Markdown stands between
                edited.text.replace(begin, written.size(), edit.text);
                const auto after = check_example(edited, static_cast<Language>(i), settings);
                SlipCount& count = counts[static_cast<std::size_t>(edit.slip)];
                ++count.made;
                if (after && std::any_of(after->findings.begin(), after->findings.end(),
                                         [](const Finding& finding) { return finding.severity != Severity::note; }))
                    ++count.noticed;
            }
        }
    }
    return counts;
}

std::string slip_table(std::span<const Rule> rules, const Settings& settings) {
    constexpr std::size_t kFirst = 22, kOther = 10;
    const auto padded = [](std::string text, std::size_t width) {
        text.resize(std::max(width, text.size()), ' ');
        return text;
    };
    const auto row = [&](const std::string& name, const SlipCounts& counts) {
        std::string out = padded(name, kFirst);
        for (const SlipCount& count : counts) {
            const std::string cell = count.made ? std::to_string(count.noticed) + "/" + std::to_string(count.made) : "-";
            out += padded(cell, kOther);
        }
        return out.substr(0, out.find_last_not_of(' ') + 1) + "\n";
    };
    std::string out = padded("Slips noticed", kFirst);
    for (const char* name : kSlipNames) out += padded(name, kOther);
    out = out.substr(0, out.find_last_not_of(' ') + 1) + "\n";
    SlipCounts all;
    for (const Rule& rule : rules) {
        const SlipCounts counts = count_slips(rule, settings);
        for (std::size_t i = 0; i < kSlips; ++i) {
            all[i].made += counts[i].made;
            all[i].noticed += counts[i].noticed;
        }
        out += row(rule.id, counts);
    }
    return out + row("all", all);
}

}  // namespace tieout
