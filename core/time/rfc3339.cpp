#include "core/time/rfc3339.hpp"

#include <array>
#include <cstdio>

namespace desk {

namespace {

constexpr std::int64_t ms_per_day = 86'400'000;

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0); }

// The proleptic Gregorian calendar repeats every 400 years of 146,097 days; years are counted from March, so that the
// leap day is the last of its year.
std::int64_t days_from_civil(std::int64_t year, int month, int day) {
    const std::int64_t y = month > 2 ? year : year - 1;
    const std::int64_t era = floor_div(y, 400);
    const std::int64_t year_of_era = y - era * 400;
    const std::int64_t month_from_march = (month + 9) % 12;
    const std::int64_t day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146'097 + day_of_era - 719'468;
}

int days_in_month(std::int64_t year, int month) {
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

// A reader of fixed-width digits that fails for good at the first thing it does not expect.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}
    int digits(std::size_t count) {
        int value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const char c = next();
            if (c < '0' || c > '9') good_ = false;
            value = value * 10 + (c - '0');
        }
        return value;
    }
    void expect(char wanted) {
        if (next() != wanted) good_ = false;
    }
    char next() {
        if (rest_.empty()) {
            good_ = false;
            return '0';
        }
        const char c = rest_.front();
        rest_.remove_prefix(1);
        return c;
    }
    bool done() const { return rest_.empty(); }
    char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
    bool good() const { return good_; }
    void fail() { good_ = false; }

private:
    std::string_view rest_;
    bool good_ = true;
};

std::int64_t fraction_ms(Reader& in) {
    std::int64_t ms = 0;
    std::int64_t scale = 100;
    if (in.peek() != '.') return 0;
    in.next();
    if (in.peek() < '0' || in.peek() > '9') in.fail();
    while (in.peek() >= '0' && in.peek() <= '9') {
        ms += (in.next() - '0') * scale;
        scale /= 10;
    }
    return ms;
}

std::int64_t offset_ms(Reader& in) {
    const char sign = in.next();
    if (sign == 'Z' || sign == 'z') return 0;
    if (sign != '+' && sign != '-') in.fail();
    const int hours = in.digits(2);
    in.expect(':');
    const int minutes = in.digits(2);
    if (hours > 23 || minutes > 59) in.fail();
    return (sign == '-' ? -1 : 1) * (hours * 60 + minutes) * std::int64_t{60'000};
}

} // namespace

std::optional<std::int64_t> parse_rfc3339(std::string_view text) {
    Reader in(text);
    const int year = in.digits(4);
    in.expect('-');
    const int month = in.digits(2);
    in.expect('-');
    const int day = in.digits(2);
    if (!in.good() || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) return std::nullopt;
    std::int64_t ms = days_from_civil(year, month, day) * ms_per_day;
    if (in.done()) return ms;
    if (const char separator = in.next(); separator != 'T' && separator != 't' && separator != ' ') in.fail();
    const int hour = in.digits(2);
    in.expect(':');
    const int minute = in.digits(2);
    in.expect(':');
    const int second = in.digits(2);
    ms += ((hour * 60 + minute) * 60 + second) * std::int64_t{1000} + fraction_ms(in);
    ms -= offset_ms(in);
    if (!in.good() || !in.done() || hour > 23 || minute > 59 || second > 60) return std::nullopt;
    return ms;
}

CivilTime civil_time(std::int64_t ms_utc, std::int32_t offset_minutes) {
    const std::int64_t ms = ms_utc + std::int64_t{offset_minutes} * 60'000;
    const std::int64_t days = floor_div(ms, ms_per_day);
    const std::int64_t seconds = floor_div(ms - days * ms_per_day, 1000);
    const std::int64_t shifted = days + 719'468;
    const std::int64_t era = floor_div(shifted, 146'097);
    const std::int64_t day_of_era = shifted - era * 146'097;
    const std::int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
    CivilTime civil;
    civil.day = static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1);
    civil.month = static_cast<int>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
    civil.year = year_of_era + era * 400 + (civil.month <= 2 ? 1 : 0);
    civil.hour = static_cast<int>(seconds / 3600);
    civil.minute = static_cast<int>(seconds / 60 % 60);
    civil.second = static_cast<int>(seconds % 60);
    civil.weekday = static_cast<int>(((days + 4) % 7 + 7) % 7);
    return civil;
}

std::string rfc3339(std::int64_t ms_utc) {
    const CivilTime t = civil_time(ms_utc);
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%04lld-%02d-%02dT%02d:%02d:%02dZ", static_cast<long long>(t.year), t.month,
                  t.day, t.hour, t.minute, t.second);
    return text.data();
}

} // namespace desk
