#include "viewing.hpp"

#include "ui/widgets/session.hpp"

#include <doctest/doctest.h>

#include <map>

using namespace desk::ui;

namespace {

std::map<std::uint32_t, std::string> named; // what the platform was told

// Runs `look` in a frame of a page whose platform shapes what it is told.
template <typename Look> void shaping(Look look) {
    named.clear();
    Viewing viewing([&](Ui& ui) {
        ui.fonts.name_cluster = [](std::uint32_t sign, std::string_view words) { named[sign] = words; };
        look(ui);
    });
}

// The words as the platform draws them, clusters in brackets.
std::string drawn(Ui& ui, std::string_view words) {
    std::string out;
    const std::string ready = as_drawn(ui, words);
    for (std::size_t at = 0; at < ready.size();) {
        unsigned int c = 0;
        const int bytes = ImTextCharFromUtf8(&c, ready.data() + at, ready.data() + ready.size());
        const auto cluster = named.find(c);
        out += cluster == named.end() ? ready.substr(at, static_cast<std::size_t>(bytes)) : "[" + cluster->second + "]";
        at += static_cast<std::size_t>(bytes);
    }
    return out;
}

} // namespace

TEST_CASE("words of left-to-right letters that stand alone are drawn as they are") {
    shaping([](Ui& ui) {
        for (const char* words :
             {"Checkout 4.2.0", "Zoë Müller", "Ελληνικά", "Привет", "支払い", "한국어", "🚀 ✓ … “x”", ""})
            CHECK_MESSAGE(plain(ui, words), words);
    });
    CHECK(named.empty());
}

TEST_CASE("what is drawn together is one sign, and keeps it") {
    shaping([](Ui& ui) {
        CHECK(drawn(ui, "a 👨‍👩‍👧‍👦 b") == "a [👨‍👩‍👧‍👦] b");
        CHECK(drawn(ui, "🇩🇪🇫🇷👍🏽") == "[🇩🇪][🇫🇷][👍🏽]");
        CHECK(drawn(ui, "e\u0301x") == "[e\u0301]x");
        CHECK(drawn(ui, "नमस्ते x") == "[नमस्ते] x");
        const std::size_t known = named.size();
        CHECK(drawn(ui, "नमस्ते") == "[नमस्ते]");
        CHECK(named.size() == known);
    });
}

TEST_CASE("a sign of the private use area that somebody wrote is not taken for ours") {
    shaping([](Ui& ui) {
        CHECK(drawn(ui, "مرحبا") == "[مرحبا]");
        CHECK(drawn(ui, "\uE000") == "[\uE000]");
    });
}

TEST_CASE("words from right to left change places, with what stands between them") {
    shaping([](Ui& ui) {
        CHECK(drawn(ui, "שלום עולם") == "[עולם] [שלום]");
        CHECK(drawn(ui, "שלום 123 עולם") == "[עולם] 123 [שלום]");
        CHECK(drawn(ui, "v2 שלום עולם ok") == "v2 [עולם] [שלום] ok");
        CHECK(drawn(ui, "שלום abc עולם") == "[שלום] abc [עולם]");
        CHECK(drawn(ui, "שלום!") == "[שלום]!");
        CHECK(drawn(ui, "שלום (עולם) ok") == "([עולם]) [שלום] ok");
        CHECK(drawn(ui, "f(עולם)") == "f([עולם])");
    });
}

TEST_CASE("a text cursor in words from right to left moves to the left, and is found again by its place") {
    shaping([](Ui& ui) {
        const std::string words = "שלום";
        const float start = cursor_x(ui, words, 0, TextSize::body, Weight::regular);
        CHECK(start == doctest::Approx(text_width(ui, words)));
        CHECK(cursor_x(ui, words, words.size(), TextSize::body, Weight::regular) == 0);
        CHECK(byte_near(ui, words, start, TextSize::body, Weight::regular) == 0);
        // The font of the tests draws every cluster alike: its letters cannot be told apart here.
        CHECK(byte_near(ui, words, 0, TextSize::body, Weight::regular) > 0);
    });
}

TEST_CASE("lines break between clusters, never within one") {
    shaping([](Ui& ui) {
        const std::string words = "שלום עולם שלום עולם שלום עולם";
        std::string all;
        int lines = 0;
        each_line(ui, words, text_width(ui, "שלום עולם") + 1, TextSize::body, Weight::regular,
                  [&](std::string_view line) { all += (lines++ > 0 ? " " : "") + std::string(line); });
        CHECK(lines > 1);
        CHECK(all == words);
    });
}

TEST_CASE("without a platform that shapes, words are drawn as they stand") {
    Viewing viewing([](Ui& ui) {
        CHECK(plain(ui, "مرحبا 👨‍👩‍👧‍👦"));
        CHECK(cursor_x(ui, "ab", 2, TextSize::body, Weight::regular) == text_width(ui, "ab"));
    });
}
