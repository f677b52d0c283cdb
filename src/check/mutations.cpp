#include "check/mutations.hpp"

#include <algorithm>
#include <array>

namespace tieout {
namespace {

using TryOne = std::function<bool(const Mutation&)>;

/// Powers of ten by likelihood: one place, then 만/천 and the English thousand steps, then the rest up to 억.
constexpr std::array<int, 8> kSlips = {1, -1, 3, -3, 4, -4, 2, -2};

/// Of two digits an exchange comes near too many values to explain anything.
constexpr std::size_t kFewestDigits = 3;

bool can_slip(const Figure& figure) {
    switch (figure.kind) {
        case Kind::money:
        case Kind::count:
        case Kind::quantity:
        case Kind::percent:
        case Kind::multiple:
        case Kind::number:
            return !figure.magnitude.value.is_zero();
        default:
            return false;
    }
}

Magnitude scaled(Magnitude magnitude, const Rational& factor) {
    magnitude.value *= factor;
    magnitude.high *= factor;
    magnitude.step *= factor;
    magnitude.high_step *= factor;
    magnitude.finest *= factor;
    return magnitude;
}

/// A percentage a power of ten smaller keeps two places after the point at most: 8.89% is 0.89%, not 0.889%.
Magnitude shortened(Magnitude slipped) {
    const Rational finest = Rational::power_of_ten(-2);
    if (!slipped.as_written || slipped.finest.sign() <= 0 || slipped.finest >= finest || slipped.value.abs() < finest)
        return slipped;
    slipped.value = slipped.value.round_to(finest);
    slipped.high = slipped.high.round_to(finest);
    slipped.step = slipped.high_step = slipped.finest = finest;
    return slipped;
}

bool slips(const std::vector<const Claim*>& claims, const std::vector<std::int16_t>& order, const TryOne& try_one) {
    for (const int exponent : kSlips) {
        const Rational factor = Rational::power_of_ten(exponent);
        for (const std::int16_t role : order) {
            const Claim* claim = claims[static_cast<std::size_t>(role)];
            if (!claim || !can_slip(claim->figure)) continue;
            Mutation mutation{{{role, *claim}},
                              (exponent > 0 ? "" : "1/") + Rational::power_of_ten(std::abs(exponent)).to_decimal()};
            mutation.changes[0].claim.figure.magnitude = shortened(scaled(claim->figure.magnitude, factor));
            if (try_one(mutation)) return true;
        }
    }
    return false;
}

/// Two neighbouring digits of the value as written, from its finest place up, exchanged.
bool transpositions(const std::vector<const Claim*>& claims, const std::vector<std::int16_t>& order, const TryOne& try_one) {
    for (const std::int16_t role : order) {
        const Claim* claim = claims[static_cast<std::size_t>(role)];
        if (!claim || !can_slip(claim->figure) || claim->figure.magnitude.finest.sign() <= 0) continue;
        const Magnitude& written = claim->figure.magnitude;
        const Rational unit = min(written.finest, written.step.sign() > 0 ? written.step : written.finest);
        std::string digits = (written.value.abs() / unit).to_decimal();
        if (digits.size() < kFewestDigits || digits.size() > 18 || digits.find('.') != std::string::npos) continue;
        for (std::size_t i = 0; i + 1 < digits.size(); ++i) {
            if (digits[i] == digits[i + 1] || (i == 0 && digits[1] == '0')) continue;
            std::string swapped = digits;
            std::swap(swapped[i], swapped[i + 1]);
            Mutation mutation{{{role, *claim}}, ""};
            Magnitude& magnitude = mutation.changes[0].claim.figure.magnitude;
            magnitude.value = *Rational::parse(swapped) * unit * Rational(written.value.sign());
            if (try_one(mutation)) return true;
        }
    }
    return false;
}

/// The two ends of one range.
bool swapped_ends(const std::vector<const Claim*>& claims, const std::vector<std::int16_t>& order, bool periods,
                  const TryOne& try_one) {
    for (const std::int16_t role : order) {
        const Claim* claim = claims[static_cast<std::size_t>(role)];
        if (!claim || !claim->figure.reversed || (claim->figure.kind == Kind::date) != periods) continue;
        Mutation mutation{{{role, *claim}}, ""};
        mutation.changes[0].claim.figure.reversed = false;
        if (try_one(mutation)) return true;
    }
    return false;
}

bool swaps(const std::vector<const Claim*>& claims, const std::vector<std::int16_t>& order, bool periods,
           const TryOne& try_one) {
    if (swapped_ends(claims, order, periods, try_one)) return true;
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (std::size_t j = i + 1; j < order.size(); ++j) {
            const Claim* a = claims[static_cast<std::size_t>(order[i])];
            const Claim* b = claims[static_cast<std::size_t>(order[j])];
            if (!a || !b || !same_unit(a->figure, b->figure)) continue;
            Mutation mutation{{{order[i], *a}, {order[j], *b}}, ""};
            if (periods) {
                if (!a->period || !b->period) continue;
                std::swap(mutation.changes[0].claim.period, mutation.changes[1].claim.period);
            } else {
                std::swap(mutation.changes[0].claim.figure.magnitude, mutation.changes[1].claim.figure.magnitude);
            }
            if (try_one(mutation)) return true;
        }
    }
    return false;
}

bool other_currencies(const std::vector<const Claim*>& claims, const std::vector<std::int16_t>& order, const Lexicon& lexicon,
                      const TryOne& try_one) {
    for (const std::string_view code : {"USD", "EUR", "KRW", "JPY", "GBP", "CNY"}) {
        const Unit* unit = lexicon.unit(code);
        for (auto role = order.rbegin(); unit && role != order.rend(); ++role) {
            const Claim* claim = claims[static_cast<std::size_t>(*role)];
            if (!claim || claim->figure.kind != Kind::money || !claim->figure.unit || claim->figure.unit->code == code)
                continue;
            Mutation mutation{{{*role, *claim}}, ""};
            mutation.changes[0].claim.figure.unit = unit;
            if (try_one(mutation)) return true;
        }
    }
    return false;
}

bool other_years(const std::vector<const Claim*>& claims, const std::vector<std::int16_t>& order, const TryOne& try_one) {
    for (const std::int16_t role : order) {
        const Claim* claim = claims[static_cast<std::size_t>(role)];
        if (!claim || !claim->period || claim->period->grain != Grain::year) continue;
        for (const int by : {1, -1}) {
            Mutation mutation{{{role, *claim}}, ""};
            mutation.changes[0].claim.period = year_period(year_of(claim->period->from) + by);
            if (try_one(mutation)) return true;
        }
    }
    return false;
}

}  // namespace

bool undo(std::string_view cause, const std::vector<const Claim*>& claims, const std::vector<std::int16_t>& order,
          const Lexicon& lexicon, const TryOne& try_one) {
    if (cause == "magnitude-slip") return slips(claims, order, try_one);
    if (cause == "digit-transposition") return transpositions(claims, order, try_one);
    if (cause == "swapped-values") return swaps(claims, order, false, try_one);
    if (cause == "swapped-periods") return swaps(claims, order, true, try_one);
    if (cause == "wrong-currency") return other_currencies(claims, order, lexicon, try_one);
    if (cause == "off-by-one-year") return other_years(claims, order, try_one);
    return false;
}

}  // namespace tieout
