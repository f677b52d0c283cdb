#pragma once

#include <string>

#include "base/position.hpp"
#include "model/document.hpp"

/// A document as text, one line a fact, for fixtures:
///     language ko
///     date 2023-04-17 date_line
///     headline 1:1
///       1:1 What the sentence says
///     table_cell 0,1,2 5:3
std::string dump(const tieout::Document& document);

/// Describes the first place where the document's text does not lead back to its source; empty where all of it does. `utf8_source`: the
/// source is UTF-8, so that characters can be compared.
std::string untraceable(const tieout::Document& document, bool utf8_source = true);
