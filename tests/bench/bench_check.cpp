#include <benchmark/benchmark.h>

#include "base/embedded.hpp"
#include "check/pipeline.hpp"
#include "reader/reader.hpp"
#include "rulebook/snapshot.hpp"

using namespace tieout;

namespace {

/// Korean news prose with four figures every two sentences. Companies and amounts differ, so that few sentences are the same.
std::string prose(std::int64_t figures) {
    std::string text;
    for (std::int64_t i = 0; i * 4 < figures; ++i) {
        const std::string n = std::to_string(i % 900 + 100);
        text += "제" + n + "공업은 지난해 해외 공장에 " + n + "억달러를 들였다고 17일 밝혔다. 이는 전년보다 12.5% 늘어난 규모다.";
        text += i % 5 == 4 ? "\n\n" : " ";
    }
    return text;
}

Settings built_in() {
    Settings settings;
    settings.rules = *built_in_rules();
    settings.rates = &RateTable::built_in();
    return settings;
}

Document read(const std::string& text) {
    ReadOptions options;
    options.format = Format::text;
    options.date = parse_day("2023-04-17");
    return *read_document(text, options);
}

/// All rules over one draft of so many figures; the line BigO tells how the time grows with them.
void figures_in_one_draft(benchmark::State& state) {
    const std::string text = prose(state.range(0));
    const Settings settings = built_in();
    for (auto _ : state) benchmark::DoNotOptimize(check_document(read(text), settings));
    state.SetComplexityN(state.range(0));
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}

/// Reading figures and what is said of them, without any rule.
void extraction(benchmark::State& state) {
    const std::string text = prose(10'000);
    const Settings settings = built_in();
    for (auto _ : state) benchmark::DoNotOptimize(claims_of(read(text), settings));
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}

/// What every process pays before its first draft: the rules and, here, both lexicons.
void loading(benchmark::State& state) {
    for (auto _ : state) {
        for (const char* language : {"ko", "en"}) benchmark::DoNotOptimize(Snapshot::read_lexicon(embedded_snapshot(language)));
        benchmark::DoNotOptimize(Snapshot::read_rules(embedded_snapshot("rules")));
    }
}

/// What it would pay without the snapshot, and what the build pays. The rules take the lexicons that are read already.
void compiling(benchmark::State& state) {
    for (auto _ : state) {
        for (const Language language : {Language::ko, Language::en}) benchmark::DoNotOptimize(compile_built_in_lexicon(language));
        benchmark::DoNotOptimize(compile_built_in_rules());
    }
}

BENCHMARK(figures_in_one_draft)->Arg(10)->Arg(100)->Arg(1000)->Arg(10'000)->Arg(100'000)->Complexity()->Unit(benchmark::kMillisecond);
BENCHMARK(extraction)->Unit(benchmark::kMillisecond);
BENCHMARK(loading)->Unit(benchmark::kMillisecond);
BENCHMARK(compiling)->Unit(benchmark::kMillisecond);

}  // namespace
