// Checks the draft on standard input and prints what cannot be true, a finding a line.
#include <chrono>
#include <iostream>
#include <iterator>

#include "check/pipeline.hpp"
#include "reader/reader.hpp"
#include "rulebook/rulebook.hpp"

int main() {
    const auto& rules = tieout::built_in_rules();
    if (!rules) {
        std::cerr << rules.error().to_string() << '\n';
        return 2;
    }
    tieout::Settings settings;
    settings.rules = *rules;

    tieout::ReadOptions options;
    options.name = "draft.txt";
    options.today = std::chrono::time_point_cast<tieout::Day::duration>(std::chrono::system_clock::now());
    auto draft = tieout::read_document(std::string(std::istreambuf_iterator<char>(std::cin), {}), options);
    if (!draft) {
        std::cerr << draft.error().to_string() << '\n';
        return 2;
    }
    const tieout::Report report = tieout::check_document(std::move(*draft), settings);
    for (const tieout::Finding& finding : report.findings) std::cout << finding.rule << ": " << finding.message << '\n';
    return report.findings.empty() ? 0 : 1;
}
