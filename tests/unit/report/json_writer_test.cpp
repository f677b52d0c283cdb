#include "report/json_writer.hpp"

#include <string>

#include "catch.hpp"

using namespace tieout;

namespace {
std::string quoted(std::string_view text) {
    std::string out;
    append_json_string(out, text);
    return out;
}
}  // namespace

TEST_CASE("strings are escaped as RFC 8259 asks") {
    CHECK(quoted("") == R"("")");
    CHECK(quoted("plain 6.6") == R"("plain 6.6")");
    CHECK(quoted("a \"b\" \\ c") == R"("a \"b\" \\ c")");
    CHECK(quoted("one\ntwo\r\tthree") == R"("one\ntwo\r\tthree")");
    CHECK(quoted(std::string_view("\0\x1b", 2)) == "\"\\u0000\\u001b\"");
    CHECK(quoted("약 6조6000억원 😀") == "\"약 6조6000억원 😀\"");
}

TEST_CASE("bytes that are no UTF-8 become U+FFFD, one each") {
    CHECK(quoted("a\xFF"
                 "b") ==
          "\"a\xEF\xBF\xBD"
          "b\"");
    CHECK(quoted("\xEC\x95") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");                  // a Hangul syllable cut short
    CHECK(quoted("\xED\xA0\x80") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");  // a lone surrogate
    CHECK(quoted("\xC0\xAF") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");                  // an overlong slash
}

TEST_CASE("the writer sets commas between values and members, and nowhere else") {
    std::string out;
    JsonWriter json(out);
    json.open_object().key("empty").open_array().close_array();
    json.key("numbers").open_array().number(0).number(18446744073709551615u).close_array();
    json.key("nested").open_object().key("a").null().key("b").boolean(true).close_object();
    json.key("text").string_or_null("").close_object();
    CHECK(out == R"({"empty":[],"numbers":[0,18446744073709551615],"nested":{"a":null,"b":true},"text":null})");
}
