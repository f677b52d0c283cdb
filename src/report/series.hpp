#pragma once

#include <string>
#include <vector>

#include "model/report.hpp"

namespace tieout {

/// A value as a picture shows it: near enough, infinite where no double holds it.
double picture_value(const Rational& value);
/// Whether it has one value to show.
bool is_single(const Figure& figure);

/// Figures of one subject and metric in one unit at different times: what a reader would rather see as a picture.
struct Series {
    struct Point {
        std::uint32_t claim = 0;
        double day = 0;      ///< the middle of its period, in days since 1970
        double value = 0;    ///< for the picture only; what is said of it is exact
        bool ahead = false;  ///< a forecast or a target
        bool fails = false;  ///< part of a finding
    };
    std::string subject;
    std::string metric;
    std::string unit;
    std::vector<Point> points;  ///< in order of time
};

/// The series of a draft that have two times at least, in the order in which they begin in the draft. What a figure's subject,
/// metric or time is must be known: unknown equals nothing.
std::vector<Series> series_of(const Report& report);

}  // namespace tieout
