#include "report/html_report.hpp"

#include "report/html_article.hpp"
#include "report/html_style.hpp"
#include "report/messages.hpp"
#include "report/xml.hpp"

namespace tieout {

void HtmlRenderer::begin(std::string& out, Language language, std::string_view title) {
    const bool korean = language == Language::ko;
    out += "<!DOCTYPE html>\n<html lang=\"" + std::string(to_string(language)) + "\">\n<head>\n<meta charset=\"utf-8\">\n";
    out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    // Whatever a draft holds, nothing in this page may run or be fetched.
    out += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n";
    out += "<title>tieout" + (title.empty() ? "" : ": " + xml(title)) + "</title>\n<style>";
    out.append(html_style()).append("</style>\n</head>\n<body>\n<main>\n<p class=\"legend\">");
    out += korean ? "<span class=\"fig error\">물결 줄</span>: 다른 수치와 함께 참일 수 없음 ✗ · <span class=\"fig "
                    "holds\">실선</span>: 계산으로 확인됨 ✓ · "
                    "<span class=\"fig\">점선</span>: 읽었으나 견줄 수치가 없음"
                  : "<span class=\"fig error\">wavy</span>: cannot be true together with others ✗ · <span class=\"fig "
                    "holds\">solid</span>: "
                    "verified ✓ · <span class=\"fig\">dotted</span>: read, with nothing to compare it with";
    out += "</p>\n";
}

void HtmlRenderer::add(const Report& report, std::string& out) {
    const Language language = options_.language.value_or(report.document.language);
    if (drafts_++ == 0) begin(out, language, report.document.title());
    if (!draft_language_) draft_language_ = report.document.language;
    append_html_article(out, report, language, "d" + std::to_string(drafts_));
}

void HtmlRenderer::finish(const Totals& totals, std::string& out) {
    const Language language = options_.language.value_or(draft_language_.value_or(Language::en));
    if (drafts_ == 0) begin(out, language, "");
    out += "<footer>";
    if (drafts_ != 1) out += xml(closing_line(language, totals)) + " · ";
    out += "tieout " TIEOUT_VERSION "</footer>\n</main>\n</body>\n</html>\n";
}

}  // namespace tieout
