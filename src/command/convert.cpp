#include <CLI/CLI.hpp>

#include "command/command.hpp"
#include "command/setup.hpp"
#include "reader/reader.hpp"
#include "reference/convert.hpp"
#include "report/reading_words.hpp"
#include "report/text_layout.hpp"

namespace tieout {
namespace {

struct ConvertOptions {
    SetupOptions setup;
    std::string amount;
    std::string currency;
    std::string date;
};

ExitStatus fail(std::string what, std::string hint) {
    complain(Error{"", 0, 0, std::move(what), std::move(hint)});
    return ExitStatus::failed;
}

/// "1 USD = 1,316.05 KRW": the way round in which the number is above one.
std::string rate_in_words(const Rational& rate, const std::string& from, const std::string& to) {
    const bool turned = rate < Rational(1);
    return "1 " + (turned ? to : from) + " = " + (turned ? Rational(1) / rate : rate).to_decimal(4) + " " +
           (turned ? from : to);
}

ExitStatus convert_amount(ConvertOptions options) {
    for (char& c : options.currency) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    const auto setup = set_up(options.setup);
    if (!setup) {
        complain(setup.error());
        return ExitStatus::failed;
    }
    const Settings& settings = (*setup)->settings;
    ReadOptions reading;
    reading.name = "amount";
    reading.format = Format::text;
    reading.today = today();
    if (!options.date.empty()) {
        const auto date = parse_date_option(options.date, "--date");
        if (!date) return fail(date.error().what, date.error().hint);
        reading.date = *date;
    } else {
        reading.date = reading.today;
    }
    auto document = read_document(options.amount, reading);
    if (!document) return fail(document.error().what, document.error().hint);
    const Report report = claims_of(std::move(*document), settings);
    const Claim* money = nullptr;
    for (const Claim& claim : report.claims) {
        if (claim.figure.kind == Kind::money && claim.figure.unit && claim.figure.valid && !money) money = &claim;
    }
    if (!money) return fail("\"" + options.amount + "\" is no amount of money", "write it as '6.6조원' or '$5bn'");
    const std::string& from = money->figure.unit->code;
    if (!settings.rates->knows(options.currency))
        return fail("no exchange rates for \"" + options.currency + "\"", "name it by its ISO 4217 code");
    const Magnitude& magnitude = money->figure.magnitude;
    const auto converted = convert(*settings.rates, magnitude.value, from, options.currency, *reading.date);
    if (!converted)
        return fail("no exchange rate between " + from + " and " + options.currency + " at " + to_string(*reading.date), "");
    const Interval& range = converted->range;
    const RateTable::Quote& quote = converted->quote;
    const auto two = [](const Rational& value) { return *Rational::parse(value.to_decimal(2)); };
    std::string out = safe(options.amount) + " = " + grouped_decimal(two(converted->amount)) + " " + options.currency + "\n";
    out += "  rate   " + rate_in_words(quote.rate, from, options.currency) + " (" + to_string(quote.on) + ")\n";
    if (range.low().value && range.high().value) {
        out += "  range  " + grouped_decimal(two(*range.low().value)) + " to " + grouped_decimal(two(*range.high().value)) +
               " " + options.currency + " at the rates that count for " + to_string(*reading.date) + "\n";
    }
    if (quote.past_end) out += "  The date lies past the rate table's end: the last month's rates, widened to 5 %.\n";
    return print(out) ? ExitStatus::clean : ExitStatus::failed;
}

}  // namespace

void add_convert(CLI::App& program, ExitStatus& status) {
    CLI::App& command = *program.add_subcommand("convert", "Convert an amount of money at a date, with the rate and its range");
    const auto options = std::make_shared<ConvertOptions>();
    command.add_option("AMOUNT", options->amount, "As a draft writes it: '6.6조원', '$5bn'")->required()->type_name("");
    command.add_option("CURRENCY", options->currency, "The currency to convert to, by its ISO 4217 code")
        ->required()
        ->type_name("");
    command.add_option("--date", options->date, "The day whose rates are meant (default: today)")->type_name("YYYY-MM-DD");
    add_setup_options(command, options->setup);
    command.callback([options, &status] { status = convert_amount(*options); });
}

}  // namespace tieout
