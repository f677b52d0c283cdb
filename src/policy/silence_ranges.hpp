#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tieout {

/// From `begin` on, up to but not including `end`: lines or bytes.
struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0xFFFFFFFF;
};

/// What the comments of a draft silence, by rule; the rule "" stands for all. Asked by binary search once sort() was called, so
/// that many comments and many findings are not tried each with each.
class SilencedRanges {
public:
    void add(std::string_view rule, Range range) { by_rule_[std::string(rule)].push_back(range); }

    void sort() {
        for (auto& [rule, ranges] : by_rule_) {
            std::sort(ranges.begin(), ranges.end(), [](Range a, Range b) { return a.begin < b.begin; });
            // Each says how far it or one before it reaches.
            for (std::size_t i = 1; i < ranges.size(); ++i) ranges[i].end = std::max(ranges[i].end, ranges[i - 1].end);
        }
    }

    bool cover(std::string_view rule, std::uint32_t at) const { return one_covers(rule, at) || one_covers("", at); }

private:
    bool one_covers(std::string_view rule, std::uint32_t at) const {
        const auto found = by_rule_.find(rule);
        if (found == by_rule_.end()) return false;
        const std::vector<Range>& ranges = found->second;
        const auto after = std::upper_bound(ranges.begin(), ranges.end(), at,
                                            [](std::uint32_t place, Range range) { return place < range.begin; });
        return after != ranges.begin() && at < std::prev(after)->end;
    }

    std::map<std::string, std::vector<Range>, std::less<>> by_rule_;
};

/// The way round: where findings were silenced, by rule and, as rule "", of all.
class SilencedPlaces {
public:
    void add(std::string_view rule, std::uint32_t at) {
        by_rule_[std::string(rule)].push_back(at);
        by_rule_[""].push_back(at);
    }

    void sort() {
        for (auto& [rule, places] : by_rule_) std::sort(places.begin(), places.end());
    }

    bool any_in(std::string_view rule, Range range) const {
        const auto found = by_rule_.find(rule);
        if (found == by_rule_.end()) return false;
        const auto first = std::lower_bound(found->second.begin(), found->second.end(), range.begin);
        return first != found->second.end() && *first < range.end;
    }

private:
    std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_rule_;
};

}  // namespace tieout
