#pragma once

#include "rulebook/expression.hpp"

/// The words and signs of rule expressions.
namespace tieout {

/// A function of roles, and how many it takes; 0: of any value.
struct FunctionName {
    const char* name;
    Operator op;
    int roles;
};
inline constexpr FunctionName kFunctions[] = {{"sum", Operator::sum, 1},
                                              {"year", Operator::year, 1},
                                              {"span", Operator::span, 1},
                                              {"number", Operator::number, 1},
                                              {"population", Operator::population, 1},
                                              {"gdp", Operator::gdp, 1},
                                              {"fact", Operator::fact, 1},
                                              {"count", Operator::count, 1},
                                              {"digits", Operator::digits, 1},
                                              {"valid", Operator::valid, 1},
                                              {"ordered", Operator::ordered, 1},
                                              {"whole", Operator::whole, 0},
                                              {"same_digits", Operator::same_digits, 2},
                                              {"slip", Operator::slip, 2},
                                              {"weekday", Operator::weekday, 1},
                                              {"years", Operator::years, 2},
                                              {"rate", Operator::rate, 2},
                                              {"periods", Operator::periods, 2},
                                              {"rate_ever", Operator::rate_ever, 2},
                                              {"alike", Operator::alike, 1},
                                              {"one_period", Operator::one_period, 1},
                                              {"bound", Operator::bound, 1},
                                              {"exact", Operator::exact, 1},
                                              {"growth_expected", Operator::growth_expected, 1}};

struct AttributeName {
    const char* name;
    Attribute attribute;
};
inline constexpr AttributeName kAttributes[] = {
    {"sign", Attribute::sign},     {"period", Attribute::period}, {"weekday", Attribute::weekday},
    {"metric", Attribute::metric}, {"scope", Attribute::scope},   {"modality", Attribute::modality},
    {"value", Attribute::value},   {"id", Attribute::id},         {"unit", Attribute::unit},
    {"per", Attribute::per},       {"hedge", Attribute::hedge}};

struct Symbol {
    const char* text;
    Operator op;
};
inline constexpr Symbol kComparisons[] = {{"==", Operator::equal},      {"!=", Operator::not_equal},
                                          {"<=", Operator::less_equal}, {">=", Operator::greater_equal},
                                          {"<", Operator::less},        {">", Operator::greater}};
inline constexpr Symbol kSums[] = {{"+", Operator::add}, {"-", Operator::subtract}, {"\xE2\x88\x92", Operator::subtract}};
inline constexpr Symbol kProducts[] = {
    {"*", Operator::multiply}, {"/", Operator::divide}, {"\xC3\x97", Operator::multiply}, {"\xC3\xB7", Operator::divide}};

}  // namespace tieout
