#include <benchmark/benchmark.h>

#include <string>

#include "rulebook/rulebook.hpp"
#include "server/features.hpp"

using namespace tieout;

namespace {

/// A draft of 5 KB with figures in every sentence.
std::string draft_text() {
    std::string text = "# 소형 로봇 시장\n\n";
    while (text.size() < 5000) {
        text +=
            "가나전자는 다라연구소에 100억달러(13조원)를 넣기로 했다. 직원 1200명 가운데 300명(25%)이 남았다. "
            "한 조사업체는 2028년 시장 규모를 30억달러로 예측했다.\n\n";
    }
    return text;
}

/// What happens at every keystroke: the change, the check and the diagnostics as JSON.
void keystroke(benchmark::State& state) {
    server::Workspace workspace;
    workspace.settings.rules = *built_in_rules();
    workspace.settings.rates = &RateTable::built_in();
    server::Draft draft("file:///draft.md", "markdown", server::TextDocument(draft_text(), server::Encoding::utf16));
    const Day today = *parse_day("2023-04-17");
    for (auto _ : state) {
        draft.edit().replace({{2, 0}, {2, 0}}, "가");
        draft.edit().replace({{2, 0}, {2, 1}}, "");
        draft.check(workspace, today);
        benchmark::DoNotOptimize(server::diagnostics(draft, std::nullopt).dump());
    }
}
BENCHMARK(keystroke)->Unit(benchmark::kMillisecond);

}  // namespace
