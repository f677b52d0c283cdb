#pragma once

#include <string>
#include <vector>

#include "extract/tokenizer.hpp"

namespace tieout {

inline std::string value_text(const Rational& value) {
    if (value.is_integer() || value == value.round_to(Rational::power_of_ten(-9))) return value.to_decimal();
    for (int below = 2; below <= 100; ++below) {
        if ((value * Rational(below)).is_integer()) return (value * Rational(below)).to_decimal() + "/" + std::to_string(below);
    }
    return value.to_decimal();
}

/// A figure on one line, as fixtures/extract/README.md says.
inline std::string figure_text(std::string_view text, const Figure& figure) {
    std::string line(figure.span.of(text));
    line += " = ";
    line += to_string(figure.kind);
    const Magnitude& m = figure.magnitude;
    line += " " + value_text(m.value);
    switch (m.shape) {
        case Shape::range:
            line += ".." + value_text(m.high);
            break;
        case Shape::several:
            line += ".." + value_text(m.high) + " several";
            break;
        case Shape::bucket:
            line += " bucket " + value_text(m.step);
            break;
        case Shape::beyond:
            line += " beyond " + value_text(m.step);
            break;
        case Shape::either:
            line += " either";
            break;
        case Shape::point:
        case Shape::exact:
            break;
    }
    if (!unit_code(figure).empty()) line += " " + std::string(unit_code(figure));
    if (figure.unit && figure.unit->ambiguous) line += "?";
    if (m.hedge != Hedge::none) line += " " + std::string(to_string(m.hedge));
    if (figure.per == Per::item) line += " per " + figure.per_noun;
    if (figure.per != Per::none && figure.per != Per::item) line += " per " + std::string(to_string(figure.per));
    if (!figure.valid) line += " invalid";
    if (figure.reversed) line += " reversed";
    return line;
}

/// The figures of a text of one sentence, dates left out.
inline std::vector<Figure> figures_of(const Lexicon& lexicon, std::string_view text, bool all_numbers = false) {
    Document document;
    document.text = text;
    document.language = lexicon.language();
    document.date = *parse_day("2023-04-17");
    const Span whole{0, static_cast<std::uint32_t>(text.size())};
    document.blocks.push_back({whole});
    document.sentences.push_back({whole, 0});
    std::vector<Figure> figures;
    for (Figure& figure : tokenize(document, lexicon, all_numbers).figures) {
        if (figure.kind != Kind::date) figures.push_back(std::move(figure));
    }
    return figures;
}

inline std::string figures_text(std::string_view text, const std::vector<Figure>& figures) {
    std::string line;
    for (const Figure& figure : figures) line += (line.empty() ? "" : "; ") + figure_text(text, figure);
    return line.empty() ? "-" : line;
}

}  // namespace tieout
