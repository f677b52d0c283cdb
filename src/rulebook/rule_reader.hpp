#pragma once

#include <string>
#include <vector>

#include "rulebook/expression_parser.hpp"
#include "rulebook/file_check.hpp"
#include "rulebook/role_types.hpp"
#include "rulebook/rule_book.hpp"

namespace tieout {

/// Reads one rule file. What is wrong with it is in `file` afterwards. A group rule finds the rule it builds on in `so_far`.
Rule read_rule(FileCheck& file, const JsonValue& root, const RuleBook& so_far);

/// How a rule finds its figures: the keys roles, bind, find, join and group.
class BindingReader {
public:
    BindingReader(FileCheck& file, const JsonValue& root, const RuleBook& so_far, Rule& rule)
        : file_(file), root_(root), so_far_(so_far), rule_(rule) {}

    void read();

private:
    void roles();
    void bind(const JsonValue& bind);
    void find(const JsonValue& find);
    void join(const JsonValue& join);
    void group(const JsonValue& group);
    void every_role_is_bound();

    ClaimFilter filter(const JsonValue& object);
    std::vector<SameKey> same(const JsonValue& object);
    std::vector<std::string> ids(const JsonValue& object, const char* key, WordClass word_class);
    std::int16_t figure_role(const std::string& name, KindMask kinds, std::size_t place);
    std::int16_t known_role(const JsonValue& object, const char* key);

    FileCheck& file_;
    const JsonValue& root_;
    const RuleBook& so_far_;
    Rule& rule_;
};

/// The index of the role with this name; -1 and an error where there is none.
std::int16_t find_role(FileCheck& file, const Rule& rule, const std::string& name, std::size_t place);

}  // namespace tieout
