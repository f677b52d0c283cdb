#include "catch.hpp"
#include "rulebook/expression_parser.hpp"
#include "rulebook/role_types.hpp"

using namespace tieout;

namespace {

const std::vector<Role>& roles() {
    static const std::vector<Role> all = {
        {"from", *kinds_of("level"), false, false},
        {"to", *kinds_of("level"), false, false},
        {"price", *kinds_of("money"), false, false},
        {"quote", *kinds_of("money"), false, false},
        {"by", *kinds_of("percent"), false, false},
        {"share", *kinds_of("percent"), false, false},
        {"diff", *kinds_of("point"), false, false},
        {"times", *kinds_of("multiple"), false, false},
        {"cars", *kinds_of("count"), false, false},
        {"weight", *kinds_of("quantity"), false, false},
        {"day", *kinds_of("date"), false, false},
        {"span", *kinds_of("duration"), false, false},
        {"part", *kinds_of("money"), true, false},
        {"change", 0, false, true},
        {"either", *kinds_of("money|percent"), false, false},
    };
    return all;
}

/// The tree in prefix form, as "(== to (* from 2))".
std::string print(const Expression& e, std::int16_t at) {
    static const char* const names[] = {
        "",       "",      ".",         "+",       "-",       "*",     "/",           "^",          "neg",   "sum",
        "years",  "rate",  "rate_ever", "periods", "year",    "span",  "number",      "population", "gdp",   "fact",
        "digits", "count", "weekday",   "==",      "!=",      "<",     "<=",          ">",          ">=",    "and",
        "or",     "not",   "known",     "valid",   "ordered", "whole", "same_digits", "slip",       "growth"};
    const Expression::Node& n = e.nodes[static_cast<std::size_t>(at)];
    if (n.op == Operator::constant) return n.text.empty() || n.text == "%" ? n.constant.to_decimal() : "'" + n.text + "'";
    const std::string role = n.role >= 0 ? roles()[static_cast<std::size_t>(n.role)].name : "";
    if (n.op == Operator::role) return role;
    if (n.op == Operator::attribute) return role + "." + std::to_string(static_cast<int>(n.attribute));
    std::string out = std::string("(") + names[static_cast<std::size_t>(n.op)];
    if (!role.empty()) out += " " + role;
    if (n.left >= 0) out += " " + print(e, n.left);
    if (n.right >= 0) out += " " + print(e, n.right);
    return out + ")";
}

std::string parsed(const std::string& source, Wanted wanted = Wanted::truth) {
    Expression out;
    if (const auto error = parse_expression(source, roles(), wanted, out))
        return std::to_string(error->at) + ": " + error->what + (error->hint.empty() ? "" : " (" + error->hint + ")");
    return print(out, static_cast<std::int16_t>(out.nodes.size() - 1));
}

struct Row {
    std::string source;
    const char* tree;
};

}  // namespace

TEST_CASE("expressions bind as arithmetic does") {
    const Row rows[] = {
        {"to == from * (1 + change.sign * by)", "(== to (* from (+ 1 (* change.1 by))))"},
        {"to - from - price == 0", "(== (- (- to from) price) 0)"},
        {"price / quote / 2 == 3", "(== (/ (/ price quote) 2) 3)"},
        {"quote == price × rate(price, quote)", "(== quote (* price (rate price quote)))"},
        {"quote ÷ price == rate_ever(price, quote)", "(== (/ quote price) (rate_ever price quote))"},
        {"to == from * (1 + by) ^ years(from, to)", "(== to (* from (^ (+ 1 by) (years from to))))"},
        {"to == -from * 2", "(== to (* (neg from) 2))"},
        {"times ^ 2 == 4", "(== (^ times 2) 4)"},
        {"from < to and not to < price or share <= 100%", "(or (and (< from to) (not (< to price))) (<= share 1))"},
        {"sum(part) == price", "(== (sum part) price)"},
        {"from.period < to.period and growth_expected(to)", "(and (< from.2 to.2) (growth to))"},
        {"from.metric == 'revenue' and change.id != \"rise\"", "(and (== from.4 'revenue') (!= change.8 'rise'))"},
        {"weekday(day) == day.weekday", "(== (weekday day) day.3)"},
        {"known(to.period)", "(known to.2)"},
        {"price == quote * periods(price, quote)", "(== price (* quote (periods price quote)))"},
        {"by == 12.5%", "(== by 0.125)"},
        {"whole(cars * share)", "(whole (* cars share))"},
        {"number(span) == year(day) - span(day)", "(== (number span) (- (year day) (span day)))"},
        {"number(cars) == count(part)", "(== (number cars) (count part))"},
        {"valid(from) and ordered(day)", "(and (valid from) (ordered day))"},
        {"price <= gdp(price) and cars <= population(cars)", "(and (<= price (gdp price)) (<= cars (population cars)))"},
        {"cars.unit == 'x' and known(cars.hedge) or same_digits(from, to)",
         "(or (and (== cars.9 'x') (known cars.11)) (same_digits from to))"},
    };
    for (const Row& row : rows) {
        INFO(row.source);
        CHECK(parsed(row.source) == row.tree);
    }
    CHECK(parsed("quote / price", Wanted::value) == "(/ quote price)");
}

TEST_CASE("what has a meaning type-checks") {
    for (const char* source : {"share - by == diff",      "share + diff == by",
                               "share - diff <= by",      "diff / share == by",
                               "price == cars * quote",   "price == share * quote",
                               "price / quote == share",  "price / cars == quote",
                               "weight / span == weight", "price > 0",
                               "to == from * times",      "to == from",
                               "price == from",           "cars >= 3",
                               "either == price",         "sum(part) <= price * 2",
                               "price == span * quote",   "times == to / from",
                               "share + by <= 100%",      "diff * 2 == diff"}) {
        INFO(source);
        CHECK(parsed(source).find(": ") == std::string::npos);
    }
}

TEST_CASE("what cannot be meant is an error at its place") {
    const Row rows[] = {
        {"", "0: a role or a number is expected where the expression ends"},
        {"price + share == quote", "6: percent cannot be added to money (a change by a percentage is written from * (1 + by))"},
        {"price == cars", "6: money cannot be compared with count"},
        {"diff == share", "5: point cannot be compared with percent (the difference of two percentages is in points)"},
        {"price * quote == price", "6: money cannot be multiplied by money"},
        {"to - share == from",
         "3: percent cannot be subtracted from money or count or quantity or number (a change by a percentage is written from "
         "* (1 + by))"},
        {"to <= by", "3: money or count or quantity or number cannot be compared with percent"},
        {"share / price == by", "6: percent cannot be divided by money"},
        {"price > 5", "6: money cannot be compared with number"},
        {"part == price", "0: \"part\" is a list (write sum(part))"},
        {"sum(price) == price", "0: \"price\" is no list (a role is a list where a pattern repeats it: ( {part:money} )*8)"},
        {"change == 1", "0: \"change\" is a word (take its sign, value or id: change.sign)"},
        {"price.sign == 1", "0: \"price\" is a figure and has no such attribute"},
        {"change.period == day.period", "0: \"change\" is a word and has no such attribute"},
        {"day == day", "0: a date is no number (compare its days: day.period)"},
        {"price.metric < 'a'", "13: text has no order (== and != are possible)"},
        {"price.period == 'a'", "13: a period cannot be compared with text"},
        {"price", "0: a condition is expected, not money (compare it: ==, <=, …)"},
        {"price and quote", "6: a condition is expected on both sides, not money"},
        {"(price == quote) == (price == quote)", "17: a condition cannot be compared (join conditions by and, or)"},
        {"price == quot", "9: there is no role \"quot\" (did you mean \"quote\"?)"},
        {"price.perod == quote.period", "6: there is no attribute \"perod\" (did you mean \"period\"?)"},
        {"som(part) == price", "0: there is no function \"som\" (did you mean \"sum\"?)"},
        {"price = quote", "6: nothing can follow here (equality is written ==)"},
        {"from < to < price", "10: comparisons do not chain (write a < b and b < c)"},
        {"(price == quote", "15: ')' is expected here"},
        {"price == ", "9: a role or a number is expected where the expression ends"},
        {"times ^ by == 2", "8: an exponent is a whole number from 0 to 1000 or years(a, b)"},
        {"times ^ 1001 == 2", "8: an exponent is a whole number from 0 to 1000 or years(a, b)"},
        {"price ^ 2 == 2", "6: there is no power of money"},
        {"rate(cars, price) == 1", "5: \"cars\" is not money or quantity"},
        {"rate(price) == 1", "10: rate() takes two roles"},
        {"weekday(price) == day.weekday", "0: weekday() takes a date"},
        {"price == 1.2.3", "9: this is not a number"},
        {"price.metric == 'a", "16: this text never ends"},
        {"known(price)", "11: known() takes an attribute of a role (known(later.period))"},
    };
    for (const Row& row : rows) {
        INFO(row.source);
        CHECK(parsed(row.source) == row.tree);
    }
}

TEST_CASE("hostile expressions end in an error") {
    CHECK(parsed(std::string(100000, '(')).find("nests too deep") != std::string::npos);
    CHECK(parsed(std::string(100000, '-')).find("nests too deep") != std::string::npos);
    std::string nots;
    for (int i = 0; i < 100000; ++i) nots += "not ";
    CHECK(parsed(nots).find("nests too deep") != std::string::npos);
    std::string powers = "2";
    for (int i = 0; i < 100000; ++i) powers += "^2";
    CHECK(parsed(powers).find("nests too deep") != std::string::npos);
    std::string sum = "price";
    for (int i = 0; i < 100000; ++i) sum += " + price";
    CHECK(parsed(sum).find("too long") != std::string::npos);
}
