#include "policy/silence.hpp"

#include <algorithm>
#include <optional>

#include "base/fnv.hpp"
#include "base/position.hpp"
#include "reader/directives.hpp"
#include "rulebook/file_check.hpp"
#include "rulebook/rulebook.hpp"

namespace tieout {
namespace {

using Scope = Directive::Scope;

/// A directive with the lines it speaks of.
struct Silence {
    const Directive* directive = nullptr;
    std::uint32_t first = 1;
    std::uint32_t last = 0xFFFFFFFF;
    std::uint32_t begin = 0;  ///< for the rest of a draft: bytes, so that a comment silences nothing before it on its line
    std::uint32_t end = 0xFFFFFFFF;
    std::vector<bool> used;  ///< by rule of the directive; one alone for a directive that names none
};

class Silencer {
public:
    Silencer(Report& report, const RuleBook& rules, const std::vector<std::string>& skipped, Language language)
        : report_(report),
          rules_(rules),
          skipped_(skipped),
          korean_(language == Language::ko),
          index_(report.document.source) {}

    void run() {
        const std::vector<Directive> directives = find_directives(report_.document.source);
        if (directives.empty()) return;
        for (std::size_t i = 0; i < directives.size(); ++i) add(directives, i);
        const auto silenced = [&](const Finding& finding) { return silences(finding); };
        const auto kept = std::remove_if(report_.findings.begin(), report_.findings.end(), silenced);
        report_.silenced += static_cast<std::uint32_t>(report_.findings.end() - kept);
        report_.findings.erase(kept, report_.findings.end());
        for (const Directive& directive : directives) {
            if (directive.scope == Scope::unknown) note_unknown_word(directive);
        }
        for (const Silence& silence : silences_) note_unused(silence);
    }

private:
    std::uint32_t line_of(std::uint32_t offset) const { return index_.at(offset).line; }

    void add(const std::vector<Directive>& directives, std::size_t i) {
        const Directive& directive = directives[i];
        if (directive.scope == Scope::enable || directive.scope == Scope::unknown) return;
        Silence silence;
        silence.directive = &directive;
        silence.used.assign(std::max<std::size_t>(directive.rules.size(), 1), false);
        if (directive.scope == Scope::line) {
            silence.first = line_of(directive.comment.begin);
            silence.last = line_of(directive.comment.end);
        } else if (directive.scope == Scope::next_line) {
            silence.first = silence.last = line_of(directive.comment.end) + 1;
        } else if (directive.scope == Scope::rest) {
            silence.begin = directive.comment.begin;
            for (std::size_t j = i + 1; j < directives.size(); ++j) {
                if (directives[j].scope != Scope::enable || !ends(directives[j], directive)) continue;
                silence.end = directives[j].comment.begin;
                break;
            }
        }
        silences_.push_back(std::move(silence));
    }

    /// An enable without rules ends everything; one with rules ends the directives that name one of them.
    static bool ends(const Directive& enable, const Directive& directive) {
        if (enable.rules.empty()) return true;
        return std::any_of(directive.rules.begin(), directive.rules.end(), [&](const Directive::Name& name) {
            return std::any_of(enable.rules.begin(), enable.rules.end(),
                               [&](const Directive::Name& other) { return other.id == name.id; });
        });
    }

    bool silences(const Finding& finding) {
        const Span bytes = report_.document.offsets.to_source(finding.span);
        const std::uint32_t first = line_of(bytes.begin), last = line_of(bytes.end);
        bool out = false;
        for (Silence& silence : silences_) {
            if (last < silence.first || first > silence.last || bytes.begin < silence.begin || bytes.begin >= silence.end)
                continue;
            const auto& names = silence.directive->rules;
            if (names.empty()) silence.used[0] = out = true;
            for (std::size_t i = 0; i < names.size(); ++i) {
                if (names[i].id == finding.rule) silence.used[i] = out = true;
            }
        }
        return out;
    }

    void note_unused(const Silence& silence) {
        const Directive& directive = *silence.directive;
        if (directive.rules.empty()) {
            if (!silence.used[0] && skipped_.empty())
                note(directive.word, korean_ ? "이 주석으로 숨겨지는 지적이 없습니다" : "This comment silences nothing");
            return;
        }
        for (std::size_t i = 0; i < directive.rules.size(); ++i) {
            const Directive::Name& name = directive.rules[i];
            if (!rules_.find(name.id)) {
                note_unknown_rule(name);
            } else if (!silence.used[i] && !std::binary_search(skipped_.begin(), skipped_.end(), name.id)) {
                note(name.span, korean_ ? "이 주석으로 숨겨지는 " + name.id + " 지적이 없습니다"
                                        : "This comment silences no finding of " + name.id);
            }
        }
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
        const std::string word(directive.word.of(report_.document.source));
        const std::string near = nearest(word, {"tieout-disable", "tieout-disable-line", "tieout-disable-next-line",
                                                "tieout-disable-file", "tieout-enable"});
        std::string text =
            korean_ ? "\"" + word + "\"는 tieout이 아는 말이 아닙니다" : "\"" + word + "\" is no word of tieout's";
        if (!near.empty()) text += korean_ ? " (혹시 " + near + "?)" : " (did you mean " + near + "?)";
        note(directive.word, std::move(text));
    }

    void note(Span source, std::string message) {
        Document& document = report_.document;
        document.text += '\n';
        const auto begin = static_cast<std::uint32_t>(document.text.size());
        document.text += source.of(document.source);
        document.offsets.add(begin, source.begin, source.size());
        Finding finding;
        finding.rule = kUnusedSilence;
        finding.severity = Severity::note;
        finding.span = {begin, begin + source.size()};
        finding.message = std::move(message);
        finding.help = "docs/silencing.md";
        finding.fingerprint = Fnv().take(kUnusedSilence).take(source.of(document.source)).hex();
        report_.findings.push_back(std::move(finding));
    }

    Report& report_;
    const RuleBook& rules_;
    const std::vector<std::string>& skipped_;
    const bool korean_;
    const PositionIndex index_;
    std::vector<Silence> silences_;
};

}  // namespace

void apply_directives(Report& report, const RuleBook& rules, const std::vector<std::string>& skipped, Language language) {
    // Most drafts have none and need no index of their lines.
    if (report.document.source.find("tieout-") == std::string::npos) return;
    Silencer(report, rules, skipped, language).run();
}

}  // namespace tieout
