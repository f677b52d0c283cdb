#include "rulebook/json_tree.hpp"
#include "catch.hpp"

using namespace tieout;

namespace {

std::string error_of(std::string_view text) {
    const auto read = read_json(text, "f.json");
    return read.ok() ? "" : read.error().to_string();
}

}  // namespace

TEST_CASE("JSON is read with comments, escapes and places") {
    const auto read = read_json(
        "\xEF\xBB\xBF// head\n{ \"가\": [1, -2.5e3, \"a\\u00e9\\ud83d\\ude00\\n\"], /* x */ \"b\": null, \"c\": true }\n",
        "f.json");
    REQUIRE(read.ok());
    CHECK(read->keys == std::vector<std::string>{"가", "b", "c"});
    CHECK(read->items[0].items[1].text == "-2.5e3");
    CHECK(read->items[0].items[2].text == "aé😀\n");
    CHECK(read->find("c")->boolean);
    CHECK(read->find("d") == nullptr);
    CHECK(read->places[0] == 13);
}

TEST_CASE("errors of JSON point at the byte, counted in lines and code points") {
    struct Row {
        std::string text;
        const char* error;
    };
    const Row rows[] = {
        {"{\"가나\": 01}", "f.json:1:8: this is not a number as JSON writes them"},
        {"{\"a\": 1,}", "f.json:1:8: a comma stands after the last element"},
        {"{\"a\": 1\n \"b\": 2}", "f.json:2:2: ',' or '}' is expected here"},
        {"{\"a\" 1}", "f.json:1:6: ':' is expected after the key"},
        {"{a: 1}", "f.json:1:2: a key in double quotes is expected here"},
        {"['a']", "f.json:1:2: a value is expected here (strings stand in double quotes)"},
        {"[\"a", "f.json:1:2: this string never ends"},
        {"[\"a\nb\"]", "f.json:1:4: a string must end on its line"},
        {"[\"\\x\"]", "f.json:1:3: no such escape (write \\\\ for a backslash)"},
        {"[\"\\ud800\"]", "f.json:1:3: half of a surrogate pair"},
        {"[\"\\u12g4\"]", "f.json:1:7: four hexadecimal digits must follow \\u"},
        {"[1 /* ", "f.json:1:4: this comment never ends"},
        {"[1", "f.json:1:3: the file ends where ',' or ']' is expected"},
        {"[1] 2", "f.json:1:5: something follows the end of the value"},
        {"{\"a\":1,\"b\":2,\"a\":3}", "f.json:1:14: the key \"a\" stands twice"},
        {"[\"\xFF\"]", "f.json:1:3: this is not UTF-8"},
        {std::string("[\0]", 3), "f.json:1:2: a value is expected here"},
        {"[-]", "f.json:1:2: this is not a number as JSON writes them"},
        {"[1.]", "f.json:1:2: this is not a number as JSON writes them"},
        {"tru", "f.json:1:1: a value is expected here"},
        {"\"", "f.json:1:1: this string never ends"},
        {"\"\\", "f.json:1:2: no such escape (write \\\\ for a backslash)"},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(error_of(row.text) == row.error);
    }
}

TEST_CASE("deep nesting is an error and no crash") {
    CHECK(error_of(std::string(64, '[') + std::string(64, ']')).empty());
    CHECK(error_of(std::string(65, '[')) == "f.json:1:65: nested deeper than 64 levels");
    CHECK(error_of(std::string(1000000, '[')) == "f.json:1:65: nested deeper than 64 levels");
    std::string objects;
    for (int i = 0; i < 100000; ++i) objects += "{\"a\":";
    CHECK(error_of(objects).find("nested deeper than 64 levels") != std::string::npos);
}
