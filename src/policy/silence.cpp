#include "policy/silence.hpp"

#include <algorithm>
#include <map>

#include "base/fnv.hpp"
#include "base/position.hpp"
#include "policy/silence_ranges.hpp"
#include "reader/directives.hpp"
#include "rulebook/file_check.hpp"
#include "rulebook/rulebook.hpp"

namespace tieout {
namespace {

using Scope = Directive::Scope;

/// A draft with more comments that do nothing than this is beyond reading their notes.
constexpr int kMostNotes = 100;

/// A directive with where it silences: on lines, or from a byte on, so that it silences nothing before it on its own line.
struct Silence {
    const Directive* directive = nullptr;
    bool by_line = false;
    Range range;
};

class Silencer {
public:
    Silencer(Report& report, const RuleBook& rules, const std::vector<std::string>& skipped, Language language)
        : report_(report),
          rules_(rules),
          skipped_(skipped),
          korean_(language == Language::ko),
          index_(report.document.source_text()) {}

    void run() {
        const std::vector<Directive> directives = find_directives(report_.document.source_text());
        if (directives.empty()) return;
        add(directives);
        const auto kept = std::remove_if(report_.findings.begin(), report_.findings.end(),
                                         [&](const Finding& finding) { return silences(finding); });
        report_.silenced += static_cast<std::uint32_t>(report_.findings.end() - kept);
        report_.findings.erase(kept, report_.findings.end());
        used_lines_.sort();
        used_bytes_.sort();
        for (const Directive& directive : directives) {
            if (directive.scope == Scope::unknown) note_unknown_word(directive);
            if (full()) return;
        }
        for (const Silence& silence : silences_) {
            note_unused(silence);
            if (full()) return;
        }
    }

private:
    std::uint32_t line_of(std::uint32_t offset) const { return index_.at(offset).line; }

    /// From the last one to the first, so that the next `tieout-enable` is known at each: one without rules ends everything,
    /// one with rules the directives that name one of them.
    void add(const std::vector<Directive>& directives) {
        std::uint32_t all_end = Range().end;
        std::map<std::string_view, std::uint32_t> rule_ends;
        for (auto directive = directives.rbegin(); directive != directives.rend(); ++directive) {
            if (directive->scope == Scope::enable) {
                if (directive->rules.empty()) all_end = directive->comment.begin;
                for (const Directive::Name& name : directive->rules) rule_ends[name.id] = directive->comment.begin;
            } else if (directive->scope != Scope::unknown) {
                Silence silence{&*directive, directive->scope == Scope::line || directive->scope == Scope::next_line, {}};
                const std::uint32_t last_line = line_of(directive->comment.end);
                if (directive->scope == Scope::line) silence.range = {line_of(directive->comment.begin), last_line + 1};
                if (directive->scope == Scope::next_line) silence.range = {last_line + 1, last_line + 2};
                if (directive->scope == Scope::rest) {
                    silence.range = {directive->comment.begin, all_end};
                    for (const Directive::Name& name : directive->rules) {
                        const auto end = rule_ends.find(name.id);
                        if (end != rule_ends.end()) silence.range.end = std::min(silence.range.end, end->second);
                    }
                }
                silences_.push_back(silence);
            }
        }
        std::reverse(silences_.begin(), silences_.end());
        for (const Silence& silence : silences_) {
            SilencedRanges& ranges = silence.by_line ? lines_ : bytes_;
            if (silence.directive->rules.empty()) ranges.add("", silence.range);
            for (const Directive::Name& name : silence.directive->rules) ranges.add(name.id, silence.range);
        }
        lines_.sort();
        bytes_.sort();
    }

    /// A finding stands on the lines where its figure begins and where it ends.
    bool silences(const Finding& finding) {
        const Document& document = report_.document;
        const Span source = document.offsets.to_source(finding.span);
        const Span span{document.in_source_text(source.begin), document.in_source_text(source.end)};
        const std::uint32_t first = line_of(span.begin), last = line_of(span.end);
        if (!lines_.cover(finding.rule, first) && !lines_.cover(finding.rule, last) && !bytes_.cover(finding.rule, span.begin))
            return false;
        used_lines_.add(finding.rule, first);
        used_lines_.add(finding.rule, last);
        used_bytes_.add(finding.rule, span.begin);
        return true;
    }

    void note_unused(const Silence& silence) {
        const Directive& directive = *silence.directive;
        const SilencedPlaces& used = silence.by_line ? used_lines_ : used_bytes_;
        if (directive.rules.empty()) {
            if (skipped_.empty() && !used.any_in("", silence.range))
                note(directive.word, korean_ ? "이 주석으로 숨겨지는 지적이 없습니다" : "This comment silences nothing");
            return;
        }
        for (const Directive::Name& name : directive.rules) {
            if (!rules_.find(name.id)) {
                note_unknown_rule(name);
            } else if (!used.any_in(name.id, silence.range) && !std::binary_search(skipped_.begin(), skipped_.end(), name.id)) {
                note(name.span, korean_ ? "이 주석으로 숨겨지는 " + name.id + " 지적이 없습니다"
                                        : "This comment silences no finding of " + name.id);
            }
            if (noted_ == kMostNotes) return;
        }
    }

    /// Says so when it is.
    bool full() {
        if (noted_ < kMostNotes) return false;
        const std::string most = std::to_string(kMostNotes);
        report_.remarks.push_back(korean_ ? "아무것도 숨기지 않는 주석은 앞의 " + most + "개만 알렸습니다."
                                          : "Of the comments that silence nothing only the first " + most + " are noted.");
        return true;
    }

    void note_unknown_rule(const Directive::Name& name) {
        std::vector<std::string> ids;
        for (const Rule& rule : rules_.rules()) ids.push_back(rule.id);
        const std::string near = nearest(name.id, ids);
        std::string text = korean_ ? "\"" + name.id + "\"라는 규칙은 없습니다" : "There is no rule \"" + name.id + "\"";
        if (!near.empty()) text += korean_ ? " (혹시 " + near + "?)" : " (did you mean " + near + "?)";
        note(name.span, std::move(text));
    }

    void note_unknown_word(const Directive& directive) {
        const std::string word(directive.word.of(report_.document.source_text()));
        const std::string near = nearest(word, {"tieout-disable", "tieout-disable-line", "tieout-disable-next-line",
                                                "tieout-disable-file", "tieout-enable"});
        std::string text =
            korean_ ? "\"" + word + "\"는 tieout이 아는 말이 아닙니다" : "\"" + word + "\" is no word of tieout's";
        if (!near.empty()) text += korean_ ? " (혹시 " + near + "?)" : " (did you mean " + near + "?)";
        note(directive.word, std::move(text));
    }

    void note(Span place, std::string message) {
        ++noted_;
        Document& document = report_.document;
        const std::string words(place.of(document.source_text()));
        document.text += '\n';
        const auto begin = static_cast<std::uint32_t>(document.text.size());
        document.text += words;
        if (document.converted.empty()) {
            document.offsets.add(begin, place.begin, place.size());
        } else {
            document.offsets.add_through(document.converted_from, begin, place.begin, place.size());
        }
        Finding finding;
        finding.rule = kUnusedSilence;
        finding.severity = Severity::note;
        finding.span = {begin, begin + place.size()};
        finding.message = std::move(message);
        finding.help = "docs/silencing.md";
        finding.fingerprint = Fnv().take(kUnusedSilence).take(words).hex();
        report_.findings.push_back(std::move(finding));
    }

    Report& report_;
    const RuleBook& rules_;
    const std::vector<std::string>& skipped_;
    const bool korean_;
    const PositionIndex index_;
    std::vector<Silence> silences_;
    SilencedRanges lines_, bytes_;
    SilencedPlaces used_lines_, used_bytes_;
    int noted_ = 0;
};

}  // namespace

void apply_directives(Report& report, const RuleBook& rules, const std::vector<std::string>& skipped, Language language) {
    // Most drafts have none and need no index of their lines.
    if (report.document.source_text().find("tieout-") == std::string::npos) return;
    Silencer(report, rules, skipped, language).run();
}

}  // namespace tieout
