#pragma once

#include "extract/date_parts.hpp"
#include "extract/date_text.hpp"

namespace tieout {

/// A point or a short range ("1~4월", "2018~2023년") of Korean at `at`.
std::optional<DateRange> read_korean_point(const DateText& text, std::size_t at, const DateContext& context);

/// Narrows what ends at `range.from.end` by what follows: 년 by 월, 월 by 일, any of them by 말, 초, "둘째 주", "(월)".
void narrow_korean(const DateText& text, DateRange& range, const DateContext& context);

/// Whether a number in words may begin with this letter: 이십삼, 유월, 시월.
bool may_begin_number(char32_t letter);

/// One field of a date at `at`, put into `range` with its end; a short range ("1~4월") fills both ends. False where none stands
/// there.
bool read_korean_year(const DateText& text, std::size_t at, DateRange& range);     ///< 2023년, '24년, 1990년대
bool read_korean_century(const DateText& text, std::size_t at, DateRange& range);  ///< 21세기
bool read_korean_quarter(const DateText& text, std::size_t at, DateRange& range);  ///< 1분기, 3사분기, 상반기
bool read_korean_month(const DateText& text, std::size_t at, DateRange& range);    ///< 4월
bool read_korean_day(const DateText& text, std::size_t at, DateRange& range);      ///< 17일
bool read_korean_season(const DateText& text, std::size_t at, DateRange& range);   ///< 여름

/// "3년 전", "이틀 뒤", "2년 1개월 전", and with a direction before them "지난 3년간", "향후 2주": counted from the date line, 뒤
/// from the past day that the sentence has told of.
std::optional<DateParts> read_korean_offset(const DateText& text, std::size_t at, const DateContext& context);
std::optional<DateParts> read_korean_stretch(const DateText& text, std::size_t at, Direction direction);

/// A length of time that plain numbers do not make: in words (한 달 동안, 사흘 만에), with a half (3년 반) or of two units (1년
/// 6개월).
std::optional<Figure> read_korean_duration(const DateText& text, std::size_t at);

/// A number before a unit of time, in digits or written out as in "이천이십삼년".
struct KoreanNumber {
    unsigned value = 0;
    unsigned digits = 0;  ///< 0 where it is written out
    std::size_t end = 0;
};
std::optional<KoreanNumber> read_korean_number(const DateText& text, std::size_t at);

/// What follows makes the number before it a length of time or a serial: 간, 째, 만에, 연속.
bool counts_on(const DateText& text, std::size_t at);

}  // namespace tieout
