#include "model/claim.hpp"
#include "model/figure.hpp"
#include "model/finding.hpp"

namespace tieout {

std::string_view to_string(Kind kind) {
    switch (kind) {
        case Kind::money:
            return "money";
        case Kind::percent:
            return "percent";
        case Kind::point:
            return "point";
        case Kind::multiple:
            return "multiple";
        case Kind::count:
            return "count";
        case Kind::quantity:
            return "quantity";
        case Kind::date:
            return "date";
        case Kind::duration:
            return "duration";
        case Kind::ordinal:
            return "ordinal";
        case Kind::number:
            return "number";
    }
    return "";
}

std::string_view to_string(Per per) {
    switch (per) {
        case Per::none:
            return "";
        case Per::hour:
            return "hour";
        case Per::day:
            return "day";
        case Per::week:
            return "week";
        case Per::month:
            return "month";
        case Per::quarter:
            return "quarter";
        case Per::year:
            return "year";
        case Per::item:
            return "item";
    }
    return "";
}

std::string_view to_string(Modality modality) {
    switch (modality) {
        case Modality::reported:
            return "reported";
        case Modality::forecast:
            return "forecast";
        case Modality::target:
            return "target";
        case Modality::estimate:
            return "estimate";
    }
    return "";
}

std::string_view to_string(Severity severity) {
    switch (severity) {
        case Severity::note:
            return "note";
        case Severity::warning:
            return "warning";
        case Severity::error:
            return "error";
    }
    return "";
}

std::string_view to_string(Outcome outcome) {
    switch (outcome) {
        case Outcome::holds:
            return "holds";
        case Outcome::fails:
            return "fails";
        case Outcome::undetermined:
            return "undetermined";
    }
    return "";
}

std::string_view unit_code(const Figure& figure) {
    if (figure.unit) return figure.unit->code;
    return figure.noun;
}

std::string_view per_code(const Figure& figure) {
    if (figure.per == Per::none) return "none";
    if (figure.per != Per::item) return to_string(figure.per);
    return figure.per_noun.empty() ? std::string_view("item") : std::string_view(figure.per_noun);
}

bool same_unit(const Figure& a, const Figure& b) {
    return a.kind == b.kind && a.unit == b.unit && a.noun == b.noun;
}

bool same_dimension(const Figure& a, const Figure& b) {
    if (a.kind != b.kind) return false;
    if (a.kind != Kind::quantity && a.kind != Kind::duration) return same_unit(a, b);
    return a.unit && b.unit && a.unit->dimension == b.unit->dimension;
}

}  // namespace tieout
