#include "ui/views/releases_filters.hpp"

#include "ui/widgets/widgets.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace desk::ui {

namespace {

struct FilterLook {
    const char* label;
    Icon icon = Icon::none;
    StatusKind kind = StatusKind::open;
    bool only_if_any = false;
};
constexpr std::array<FilterLook, filter_count> looks = {{
    {"All"},
    {"Needs me"},
    {"Before go"},
    {"In production"},
    {"Incident", Icon::flame, StatusKind::incident, true},
    {"Conflicts", Icon::conflict, StatusKind::conflict, true},
}};

struct Filters {
    Ui& ui;
    const ReleasesViewState& view;
    Intents& out;

    bool is_shown(int i) const {
        return !looks[static_cast<std::size_t>(i)].only_if_any || view.counts[static_cast<std::size_t>(i)] > 0 ||
               view.choice.filter == static_cast<Filter>(i);
    }
    ChipOptions options(int i, const std::string& count) const {
        const FilterLook& look = looks[static_cast<std::size_t>(i)];
        return {.icon = look.icon, .icon_colour = ui.theme->status(look.kind).text, .count = count};
    }

    // Draws the chips from the left, or only measures them. Returns their width.
    float chips(Rect at, bool draw) const {
        float width = 0;
        for (int i = 0; i < filter_count; ++i) {
            if (!is_shown(i)) continue;
            const char* label = looks[static_cast<std::size_t>(i)].label;
            const bool on = view.choice.filter == static_cast<Filter>(i);
            const std::string count = std::to_string(view.counts[static_cast<std::size_t>(i)]);
            const float own = chip_width(ui, label, on, options(i, count));
            width += own + 8;
            if (!draw || !chip(ui, at.cut_left(own, 8), label, label, on, options(i, count))) continue;
            PortfolioChoice next = view.choice;
            next.filter = on ? Filter::all : static_cast<Filter>(i);
            show(next, out);
        }
        return width;
    }
};

// One of several, of which the first is what holds when nothing is chosen.
struct Chooser {
    const char* label;
    void (*take)(PortfolioChoice&, int index, std::string words); // no words: any
    std::vector<std::string_view> options;
    int chosen; // -1: what is chosen is not among them
    std::string_view words;
};

Chooser chooser_of(const char* label, void (*take)(PortfolioChoice&, int, std::string),
                   const std::vector<std::string_view>& names, const std::string& chosen) {
    Chooser made{label, take, {"Any"}, 0, "Any"};
    made.options.insert(made.options.end(), names.begin(), names.end());
    if (chosen.empty()) return made;
    const auto found = std::find(names.begin(), names.end(), chosen);
    made.chosen = found == names.end() ? -1 : static_cast<int>(found - names.begin()) + 1;
    made.words = chosen;
    return made;
}

// Those that could change what is seen.
std::vector<Chooser> choosers_of(const ReleasesViewState& view) {
    std::vector<Chooser> found;
    const PortfolioChoice& choice = view.choice;
    if (view.products.size() > 1 || !choice.product.empty())
        found.push_back(chooser_of(
            "Product", [](PortfolioChoice& next, int, std::string words) { next.product = std::move(words); },
            view.products, choice.product));
    if (view.types.size() > 1 || !choice.type.empty())
        found.push_back(chooser_of(
            "Type", [](PortfolioChoice& next, int, std::string words) { next.type = std::move(words); }, view.types,
            choice.type));
    if (view.counts[0] > 1) {
        const auto sort = static_cast<std::size_t>(choice.sort);
        found.push_back({"Sort",
                         [](PortfolioChoice& next, int index, std::string) { next.sort = static_cast<SortBy>(index); },
                         {sort_names.begin(), sort_names.end()},
                         static_cast<int>(sort),
                         sort_names[sort]});
    }
    return found;
}

void choose(const ReleasesViewState& view, const Chooser& chooser, int answer, Intents& out) {
    PortfolioChoice next = view.choice;
    chooser.take(next, answer,
                 answer == 0 ? std::string() : std::string(chooser.options[static_cast<std::size_t>(answer)]));
    show(next, out);
}

} // namespace

void show(const PortfolioChoice& choice, Intents& out) { out.emplace_back(intent::Go{route_of(choice), true}); }

void draw_filters(Ui& ui, const ReleasesViewState& view, Rect& body, Intents& out) {
    const Filters filters{ui, view, out};
    const std::vector<Chooser> choosers = choosers_of(view);
    float beside = 0;
    for (const Chooser& one : choosers) beside += select_chip_width(ui, one.label, one.words) + 8;
    const float high = chip_height(ui);
    Rect line = body.cut_top(high, 12);
    const bool phone = columns(ui.size) == Columns::one;
    const float chips = filters.chips({}, false);
    // Narrow, all of them are one row that is pushed sideways; else those that do not fit get a line of their own.
    Rect right = line.cut_right(phone ? 0 : chips + beside <= line.w ? beside - 8 : 0);
    // Room for the focus ring around the chips.
    Rect at = begin_scroll_sideways(ui, "filters", {line.x - 4, line.y - 4, line.w + 8, high + 8}).moved(4, 4);
    at.h = high;
    filters.chips(at, true);
    at.cut_left(chips);
    const auto draw_choosers = [&](Rect& place) {
        for (const Chooser& one : choosers) {
            const Rect box = place.cut_left(select_chip_width(ui, one.label, one.words), 8);
            const int answer = select(ui, box, one.label, one.label, one.options, one.chosen,
                                      {.placeholder = one.words, .as_chip = true});
            if (answer >= 0) choose(view, one, answer, out);
        }
    };
    if (phone) draw_choosers(at);
    end_scroll_sideways(ui, at.x);
    if (phone || choosers.empty()) return;
    if (right.w <= 0) right = body.cut_top(high, 12);
    draw_choosers(right);
}

} // namespace desk::ui
