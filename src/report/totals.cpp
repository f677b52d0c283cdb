#include "report/totals.hpp"

namespace tieout {

void Totals::add(const Report& report) {
    ++documents;
    claims += report.claims.size();
    silenced += report.silenced;
    for (const Check& check : report.checks) {
        checks += check.outcome != Outcome::undetermined;
        verified += check.outcome == Outcome::holds;
    }
    for (const Finding& finding : report.findings) {
        switch (finding.severity) {
            case Severity::error:
                ++errors;
                break;
            case Severity::warning:
                ++warnings;
                break;
            case Severity::note:
                ++notes;
                break;
        }
    }
}

}  // namespace tieout
