#include "ui/views/releases.hpp"

#include "core/time/durations.hpp"
#include "ui/door.hpp"
#include "ui/views/calendar_week.hpp"
#include "ui/views/decisions_strip.hpp"
#include "ui/views/phase_look.hpp"
#include "ui/views/releases_filters.hpp"
#include "ui/views/reminder.hpp"
#include "ui/views/words.hpp"
#include "ui/widgets/widgets.hpp"

#include <algorithm>
#include <string>

namespace desk::ui {

namespace {

constexpr ButtonOptions new_options{.kind = ButtonKind::primary, .icon = Icon::plus};
constexpr ButtonOptions import_options{.icon = Icon::upload};

// Heading, what there is in one line, the two ways to get another release, and the way out. Import and Export go to a
// line of their own where they do not fit.
void draw_head(Ui& ui, const Model& model, const Portfolio& portfolio, Rect& body, bool with_buttons,
               ReleasesAnswer& answer, Intents& out) {
    const float high = control_height(ui);
    Rect row = body.cut_top(high, 12);
    const bool any = portfolio.count(Filter::all) > 0;
    const float import_width = button_width(ui, "Import", import_options);
    const float export_width = any ? button_width(ui, "Export…", download_button) : 0;
    const float new_width = button_width(ui, "New release", new_options);
    const float others = import_width + (any ? export_width + 8 : 0);
    const float title_width = text_width(ui, "Releases", TextSize::display, Weight::strong);
    const bool beside = row.w >= title_width + others + new_width + 24;

    const Rect new_place = row.cut_right(new_width, 8);
    Rect line = beside ? row.cut_right(others, 12) : Rect{};
    row.cut_left(heading(ui, row, 1, "Releases"), 12);
    if (any) {
        std::string words = std::to_string(portfolio.active()) + " active";
        if (const int mine = portfolio.count(Filter::needs_me); mine > 0)
            words += " · " + std::to_string(mine) + (mine == 1 ? " needs you" : " need you");
        if (text_width(ui, words) <= row.w) muted(ui, row, words, TextSize::body);
    }
    if (!with_buttons) return;
    const auto draw_others = [&] {
        if (button(ui, line.cut_left(import_width, 8), "import", "Import", import_options))
            out.emplace_back(intent::OpenFiles{});
        if (any && button(ui, line.cut_left(export_width), "export", "Export…", download_button))
            answer.exporting = true;
    };
    if (beside) draw_others();
    const std::string tip = key_tip(model, "new");
    ButtonOptions new_look = new_options;
    new_look.tooltip = tip;
    answer.new_release = button(ui, new_place, "new", "New release", new_look);
    if (!beside) {
        line = body.cut_top(high, 12);
        draw_others();
    }
}

// What is wrong with the store, if anything is.
void draw_store_notes(Ui& ui, const Model& model, Rect& body, Intents& out) {
    if (model.store_problem) {
        const std::string& words = model.store_problem->text;
        const char* strong = "Your releases could not be loaded";
        notice(ui, body.cut_top(notice_height(ui, body.w, words, strong), 8), "store", StatusKind::incident, words,
               Icon::warning, strong);
        const ButtonOptions options{.icon = Icon::history};
        if (button(ui, body.cut_top(control_height(ui), 12).with_width(button_width(ui, "Load again", options)), "load",
                   "Load again", options))
            out.emplace_back(intent::RetrySave{});
    }
    if (!model.quarantined.empty()) {
        const std::size_t count = model.quarantined.size();
        const std::string words = counted(count, "record", "records") + " could not be read and " +
                                  (count == 1 ? "was" : "were") + " put aside, unchanged. Everything else is here.";
        Rect line = body.cut_top(notice_height(ui, body.w, words, {}), 8);
        notice(ui, line, "aside", StatusKind::warning, words);
        if (link(ui, body.cut_top(20, 12).with_width(link_width(ui, "See what was put aside")), "aside-link",
                 "See what was put aside"))
            out.emplace_back(intent::Go{{Place::settings, {}, Section::overview}});
    }
}

// Makes anew what follows from the choice and the rows, if they are others than before.
void follow(ReleasesViewState& view, const Model& model, const Portfolio& portfolio) {
    view.choice = choice_from(model.route);
    if (view.edition == portfolio.edition() && view.shown_choice == view.choice) return;
    view.shown = chosen_rows(portfolio, view.choice);
    view.longest = longest_words(view.shown);
    view.counts = filter_counts(portfolio, view.choice);
    view.products = products_of(portfolio);
    view.types = types_of(portfolio);
    view.edition = portfolio.edition();
    view.shown_choice = view.choice;
}

} // namespace

ReleasesAnswer draw_releases(Ui& ui, const Model& model, const Portfolio& portfolio, Agenda& agenda,
                             ReleasesViewState& view, Rect page, Intents& out) {
    ReleasesAnswer answer;
    follow(view, model, portfolio);
    // A page at rest is drawn anew when a window begins or ends, or another day begins.
    if (const std::int64_t next = portfolio.next_boundary_ms(); next > model.now_ms && next - model.now_ms <= day_ms)
        wake_in(ui, static_cast<double>(next - model.now_ms) / 1000);
    if (model.rest == Rest::here && !door<&Agenda::refresh>(agenda, model)) wake_in(ui, 0);
    begin_region(ui, Role::main, "main", "Releases", page);
    const bool phone = columns(ui.size) == Columns::one;
    Rect body = begin_scroll(ui, "scroll", page).inset(gutter(ui), 14);
    if (body.w > metrics::content_max) body = body.middle(metrics::content_max, body.h);
    const bool empty = portfolio.count(Filter::all) == 0;
    draw_head(ui, model, portfolio, body, !empty || model.store_problem, answer, out);
    draw_store_notes(ui, model, body, out);
    if (model.export_due) door<draw_reminder>(ui, model, body, out);

    if (model.loading) {
        waiting(ui, body, "Loading your releases…");
    } else if (empty && model.store_problem) {
        muted(ui, body.cut_top(20), "What you do meanwhile stays in this window until the store can be opened.",
              TextSize::body);
    } else if (empty) {
        Rect card = body.cut_top(std::max(220.0F, std::min(360.0F, body.h - 40)));
        begin_card(ui, card, "none");
        const int pressed =
            empty_state(ui, card.inset(16), Icon::box, "No releases yet",
                        "Start one from the OctoAcme guide, or open a file that someone shared with you.",
                        {{"new", "New release", new_options}, {"import", "Import", import_options}});
        end_card(ui);
        answer.new_release = pressed == 0;
        if (pressed == 1) out.emplace_back(intent::OpenFiles{});
    } else {
        draw_filters(ui, view, body, out);
        if (model.rest == Rest::here && view.choice.filter != Filter::conflicts && !portfolio.disputed().empty()) {
            std::vector<std::string> disputed;
            for (const PortfolioRow* row : portfolio.disputed()) disputed.push_back(row->id);
            if (door<draw_decisions_strip>(ui, model, disputed, body, out)) show(only(Filter::conflicts), out);
        }
        if (view.shown.empty()) {
            Rect card = body.cut_top(160);
            begin_card(ui, card, "no-match");
            if (empty_state(ui, card.inset(16), Icon::box, "None of your releases is here",
                            "All of them are under another filter.", {{"all", "Show all", {}}}) == 0)
                show({}, out);
            end_card(ui);
        } else {
            const ReleasesTable table{ui, model, portfolio, view.shown, view.longest, agenda, body};
            const float bottom = phone ? draw_release_list(table, out) : draw_release_table(table, out);
            body.cut_top(bottom - body.y);
        }
        if (model.rest == Rest::here) door<draw_week_card>(ui, model, agenda, view.choice.product, body, out);
    }
    end_scroll(ui, body.y + 16);
    end_region(ui);
    return answer;
}

} // namespace desk::ui
