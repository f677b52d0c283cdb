#include "check/group_judge.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "check/findings.hpp"
#include "check/style.hpp"
#include "check/working.hpp"
#include "check/wording.hpp"

namespace tieout {
namespace {

/// Rates move while a piece is written: what lies within half a per cent of one value agrees on it.
const Interval kAlmostOne = Interval::closed(Rational(995, 1000), Rational(1005, 1000));

struct Member {
    const Judged* judged;
    std::array<Interval, 3> values;  ///< by tier
};

/// The group expression speaks of the member rule's roles by name: here with that rule's role indices.
Expression rebound(const Rule& group, const Rule& each) {
    Expression out = group.constraints.front();
    for (Expression::Node& node : out.nodes) {
        if (node.role >= 0) node.role = each.role_index(group.roles[static_cast<std::size_t>(node.role)].name);
    }
    return out;
}

/// Two relations are comparable where their figures have the same units, role by role, and belong to the same past period.
std::string group_key(const Relation& relation, const Draft& draft) {
    std::string key;
    for (const Relation::Binding& binding : relation.bindings) {
        if (binding.claims.empty()) continue;
        if (binding.claims.size() != 1) return {};
        const Claim& claim = draft.claims[binding.claims.front()];
        if (claim.figure.unit && claim.figure.unit->ambiguous) return {};
        key += std::string(unit_code(claim.figure)) + ' ';
        const bool past = claim.period && claim.period->grain != Grain::day && claim.period->to < draft.document.date;
        if (past) key += to_string(*claim.period);
    }
    return key;
}

/// A value that the most members allow; with closed ends it is one of their lower ends.
std::vector<std::size_t> outside_the_best(const std::vector<Member>& members, std::size_t tier) {
    std::vector<std::size_t> best;
    bool first = true;
    for (const Member& candidate : members) {
        Interval common = candidate.values[tier];
        std::vector<std::size_t> out;
        for (std::size_t i = 0; i < members.size(); ++i) {
            const Interval next = common.intersect(members[i].values[tier]);
            if (next.is_empty()) out.push_back(i);
            else common = next;
        }
        if (first || out.size() < best.size()) best = std::move(out);
        first = false;
    }
    return best;
}

std::string member_line(const Member& member, const Expression& expression, const Draft& draft, const RateSource& rates) {
    const Operands operands = read_operands(member.judged->relation, draft, rates, Tier::tight);
    const auto value = value_of(expression, static_cast<std::int16_t>(expression.nodes.size() - 1), operands);
    std::string line;
    for (const std::uint32_t claim : claims_of(member.judged->relation)) {
        (line += line.empty() ? "" : " ↔ ") += written(draft.claims[claim], draft.document);
    }
    const auto middle = value ? value->middle() : std::nullopt;
    if (middle && !middle->is_zero()) line += ": " + middle->to_decimal(std::max(0, 4 - middle->abs().magnitude()));
    return line;
}

}  // namespace

void judge_group(const Rule& rule, const std::vector<Judged>& judged, const Draft& draft, const RateSource& rates, std::vector<Check>& checks,
                 std::vector<Finding>& findings) {
    std::map<std::string, std::vector<Member>> groups;
    std::optional<Expression> expression;
    for (const Judged& one : judged) {
        if (one.relation.rule->id != rule.group->each || one.verdict.outcome == Outcome::undetermined) continue;
        const std::string key = group_key(one.relation, draft);
        if (key.empty()) continue;
        if (!expression) expression = rebound(rule, *one.relation.rule);
        Member member{&one, {}};
        bool known = true;
        for (const Tier tier : {Tier::generous, Tier::usual, Tier::tight}) {
            const auto value = value_of(*expression, static_cast<std::int16_t>(expression->nodes.size() - 1),
                                        read_operands(one.relation, draft, rates, tier));
            known = known && value;
            if (value) member.values[static_cast<std::size_t>(tier)] = *value * kAlmostOne;
        }
        if (known) groups[key].push_back(std::move(member));
    }
    for (const auto& [key, members] : groups) {
        if (members.size() < 2) continue;
        Check check;
        check.rule = rule.id;
        check.outcome = Outcome::holds;
        for (const Member& member : members) {
            const auto claims = claims_of(member.judged->relation);
            check.claims.insert(check.claims.end(), claims.begin(), claims.end());
            check.working.push_back(member_line(member, *expression, draft, rates));
        }
        for (const std::size_t tier : {std::size_t{0}, std::size_t{1}}) {
            const auto blamed = outside_the_best(members, tier);
            if (blamed.empty()) continue;
            check.outcome = Outcome::fails;
            Finding finding;
            finding.rule = rule.id;
            finding.severity = std::min(rule.severity, tier == 0 ? Severity::error : Severity::warning);
            // Of two that disagree either may be the wrong one: both are named.
            for (std::size_t i = 0; i < members.size(); ++i) {
                const bool named = members.size() == 2 || std::find(blamed.begin(), blamed.end(), i) != blamed.end();
                const auto claims = claims_of(members[i].judged->relation);
                if (named) finding.claims.insert(finding.claims.end(), claims.begin(), claims.end());
            }
            finding.span = draft.claims[finding.claims.back()].figure.span;
            finding.working = check.working;
            const Language language = draft.language;
            finding.message = fill_message(rule.message[static_cast<std::size_t>(language)], language, [&](std::string_view name) {
                std::optional<std::string> text;
                if (name != "members") return text;
                text.emplace();
                for (const std::string& line : check.working) (*text += text->empty() ? "" : ", ") += line;
                return text;
            });
            finding.help = "docs/rules/" + rule.id + ".md";
            finding.fingerprint = fingerprint(rule.id, finding.claims, draft);
            findings.push_back(std::move(finding));
            break;
        }
        checks.push_back(std::move(check));
    }
}

}  // namespace tieout
