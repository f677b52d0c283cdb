#include <benchmark/benchmark.h>

#include "report/json_report.hpp"
#include "report/json_writer.hpp"

using namespace tieout;

namespace {

/// A long draft with a figure in every sentence.
Report long_report() {
    static const Unit won{"KRW", Dimension::money, 1, 0, false};
    Report report;
    Document& document = report.document;
    document.name = "long.md";
    for (int i = 0; i < 2000; ++i) {
        const auto begin = static_cast<std::uint32_t>(document.text.size());
        document.text += "지난해 매출은 약 6조6000억원으로 잠정 집계됐다.\n";
        Claim claim;
        const auto at = static_cast<std::uint32_t>(document.text.find("약", begin));
        claim.figure.span = {at, at + 18};
        claim.figure.kind = Kind::money;
        claim.figure.unit = &won;
        claim.figure.magnitude.value = Rational(6'600'000'000'000LL);
        claim.figure.magnitude.hedge = Hedge::about;
        claim.metric = "revenue";
        claim.subject = "매출";
        claim.period = year_period(2022);
        report.claims.push_back(std::move(claim));
    }
    document.source = document.text;
    document.offsets.add(0, 0, static_cast<std::uint32_t>(document.text.size()));
    document.date = *parse_day("2023-04-17");
    return report;
}

void json_document(benchmark::State& state) {
    const Report report = long_report();
    std::size_t bytes = 0;
    for (auto _ : state) {
        std::string out;
        append_document(out, report);
        bytes += out.size();
        benchmark::DoNotOptimize(out.data());
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void json_strings(benchmark::State& state) {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += "매출은 \"6.6조원\"이며, net sales rose 18%\n";
    std::string out;
    for (auto _ : state) {
        out.clear();
        append_json_string(out, text);
        benchmark::DoNotOptimize(out.data());
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}

BENCHMARK(json_document);
BENCHMARK(json_strings);

}  // namespace
