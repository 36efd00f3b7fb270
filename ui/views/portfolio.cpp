#include "ui/views/portfolio.hpp"

#include "core/time/durations.hpp"
#include "ui/app/neighbours.hpp"
#include "ui/views/words.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <tuple>

namespace desk::ui {

namespace {

constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

bool before_go(Phase phase) {
    return phase == Phase::draft || phase == Phase::preparing || phase == Phase::staging || phase == Phase::deciding ||
           phase == Phase::on_hold;
}

bool in_production(Phase phase) {
    return phase == Phase::deploying || phase == Phase::monitoring || phase == Phase::rolling_back;
}

bool ended(Phase phase) { return phase == Phase::closed || phase == Phase::cancelled; }

int rank_of(const PortfolioRow& row) {
    if (row.phase == Phase::rolling_back || (row.incidents > 0 && !ended(row.phase))) return 0;
    switch (row.phase) {
    case Phase::deploying:
        return 1;
    case Phase::monitoring:
        return 2;
    case Phase::on_hold:
    case Phase::draft:
        return row.needs_me ? 3 : 5;
    case Phase::rolled_back:
        return 5;
    case Phase::stable:
        return 6;
    case Phase::retrospective:
        return 7;
    case Phase::closed:
        return 8;
    case Phase::cancelled:
        return 9;
    default:
        return row.needs_me ? 3 : 4;
    }
}

// Where the release is led if all goes well; null where a person must choose, or at an end.
const Transition* next_step(const desk::State& state, Phase phase, const Surroundings& around) {
    if (phase == Phase::on_hold || ended(phase)) return nullptr;
    const auto ways = ways_on(state, around);
    const auto here = std::find(straight_way.begin(), straight_way.end(), phase);
    if (here != straight_way.end() && here + 1 != straight_way.end())
        for (const Transition* way : ways)
            if (way->to == *(here + 1)) return way;
    return ways.empty() ? nullptr : ways.front();
}

// What waits for me: a guard whose owner I am, or an open next step that is mine to take.
bool waits_for_me(const Model& model, const desk::State& state, const Transition& way, const Gate& gate) {
    if (model.my_name.empty()) return false;
    const auto mine = [&](const std::string& role) { return state.holds(role, model.my_name); };
    if (gate.open()) return std::any_of(way.who.begin(), way.who.end(), mine);
    return std::any_of(gate.blockers.begin(), gate.blockers.end(), [&](const Blocker& blocker) {
        return std::any_of(blocker.owner.begin(), blocker.owner.end(), mine);
    });
}

void say_window(PortfolioRow& row, const Model& model, const desk::State& state) {
    row.window = "Not set";
    row.window_from_ms = never;
    if (!state.window) return;
    const Window& window = *state.window;
    row.window_disputed = window.disputed;
    if (!window.set()) {
        row.window = "None needed";
        return;
    }
    row.window_set = true;
    row.zone = window.zone;
    row.window_from_ms = window.from_ms;
    const bool now = model.now_ms >= window.from_ms && model.now_ms < window.to_ms;
    row.window = now ? "Now, until " + window.end.substr(std::min<std::size_t>(window.end.size(), 11), 5)
                     : local_time_text(model, window.start);
}

std::string blockers_words(const PortfolioRow& row) {
    std::string words;
    const auto add = [&](int count, const char* one, const char* many) {
        if (count > 0) words += ", " + counted(static_cast<std::size_t>(count), one, many);
    };
    add(row.incidents, "incident", "incidents");
    add(row.conflicts, "conflict", "conflicts");
    add(row.missing, "missing", "missing");
    return words;
}

std::string spoken_of(const PortfolioRow& row, const std::string& title) {
    std::string words = title;
    if (!row.name.empty()) words += ", " + row.name;
    if (!row.type.empty()) words += ", " + row.type;
    words += ", " + std::string(name_of(row.phase));
    words += ", readiness " + std::to_string(row.settled) + " of " + std::to_string(row.total);
    words += blockers_words(row);
    if (row.window_set) words += ", window " + row.window + " " + row.zone;
    words += row.owner.empty() ? ", no owner yet" : ", " + row.owner;
    return words;
}

std::uint64_t mark_of(const Release& release) {
    std::uint64_t mark = std::hash<std::string>{}(release.id());
    mark ^= (release.log().size() + 1) * 0x9E3779B97F4A7C15ULL;
    mark ^= (release.log().forks().size() + 1) * 0xC2B2AE3D27D4EB4FULL;
    return mark * 0x165667B19E3779F9ULL;
}

} // namespace

bool PortfolioRow::in(Filter filter) const {
    switch (filter) {
    case Filter::all:
        return true;
    case Filter::needs_me:
        return needs_me;
    case Filter::before_go:
        return before_go(phase);
    case Filter::in_production:
        return in_production(phase);
    case Filter::incident:
        return incidents > 0;
    case Filter::conflicts:
        return conflicts > 0;
    }
    return true;
}

PortfolioRow portfolio_row(const Model& model, const Release& release, const Surroundings& around) {
    const desk::State& state = release.state();
    PortfolioRow row;
    row.id = release.id();
    row.product = state.product.text.empty() ? "Unnamed product" : state.product.text;
    row.version = state.version.text;
    row.type = type_name(release);
    row.name = state.name.text;
    row.phase = phase_now(state, around);
    row.settled = static_cast<int>(settled_count(state.requirements, around.now_ms));
    row.total = static_cast<int>(state.requirements.size());
    row.conflicts = static_cast<int>(state.conflicts.size());
    row.incidents = static_cast<int>(
        std::count_if(state.incidents.begin(), state.incidents.end(), [](const Incident& one) { return one.open(); }));
    say_window(row, model, state);
    if (const auto managers = state.people.find("release-manager");
        managers != state.people.end() && !managers->second.empty())
        row.owner = managers->second.front();
    if (const Transition* way = next_step(state, row.phase, around)) {
        const Gate next = gate(release, way->to, around);
        row.missing = static_cast<int>(next.blockers.size());
        row.needs_me = waits_for_me(model, state, *way, next);
    }
    const auto expires = [](const Item& item) { return !item.expires.empty(); };
    row.follows_clock = row.window_set || std::any_of(state.requirements.begin(), state.requirements.end(), expires);
    row.rank = rank_of(row);
    const auto& ops = release.log().ordered();
    const auto last = std::find_if(ops.rbegin(), ops.rend(), [](const Op* op) { return !op->is_seal(); });
    if (last != ops.rend()) row.changed_ms = (*last)->wall_ms;
    row.spoken = spoken_of(row, title_of(state));
    return row;
}

void Portfolio::refresh(const Model& model) {
    const Key key{model.revision, model.now_ms / minute_ms, model.utc_offset_minutes, model.my_name};
    // A window holds up to its last moment, which the minute does not tell.
    const bool begun = next_boundary_ms_ > 0 && model.now_ms >= next_boundary_ms_;
    if (key == key_ && !begun) return;
    const std::int64_t day = (model.now_ms + model.utc_offset_minutes * minute_ms) / day_ms;
    bool all = day != day_ || key.offset != key_.offset || key.my_name != key_.my_name;
    key_ = key;
    day_ = day;

    Neighbours neighbours(model);
    std::map<std::string, std::vector<const Release*>> products;
    std::uint64_t freezes_mark = 0;
    for (const auto& [id, release] : model.releases) {
        products[release->state().product.text].push_back(release.get());
        for (const Freeze& freeze : release->state().freezes) {
            if (freeze.everywhere && freeze.to_ms >= model.now_ms)
                freezes_mark += std::hash<std::string>{}(freeze.id) * 0x165667B19E3779F9ULL;
        }
    }
    all = all || freezes_mark != freezes_mark_ || begun; // a freeze may begin for any of them
    freezes_mark_ = freezes_mark;
    std::map<std::string, std::uint64_t> marks;
    for (const auto& [product, releases] : products) {
        std::uint64_t& mark = marks[product];
        for (const Release* release : releases) mark += mark_of(*release);
        const auto before = product_marks_.find(product);
        const bool touched = all || before == product_marks_.end() || before->second != mark;
        for (const Release* release : releases) {
            PortfolioRow& row = rows_[release->id()];
            if (touched || row.id.empty() || row.follows_clock)
                row = portfolio_row(model, *release, neighbours.around(*release));
        }
    }
    product_marks_ = std::move(marks);
    find_boundary(model);
    sort();
}

void Portfolio::find_boundary(const Model& model) {
    next_boundary_ms_ = 0;
    const auto look = [&](std::int64_t at_ms) {
        if (at_ms > model.now_ms && (next_boundary_ms_ == 0 || at_ms < next_boundary_ms_)) next_boundary_ms_ = at_ms;
    };
    const auto span = [&](const TimeSpan& one) { look(one.from_ms), look(one.to_ms), look(one.to_ms + 1); };
    bool days = false; // what is told by the day: "Today 21:00", a waiver that expires
    for (const auto& [id, release] : model.releases) {
        const desk::State& state = release->state();
        if (const auto row = rows_.find(id); row != rows_.end()) days |= row->second.follows_clock;
        if (ended(state.phase)) continue;
        if (state.window && state.window->set()) span(*state.window);
        for (const Freeze& freeze : state.freezes) span(freeze);
    }
    if (!days) return;
    const std::int64_t ahead = model.utc_offset_minutes * minute_ms;
    look(((model.now_ms + ahead) / day_ms + 1) * day_ms - ahead);
    look((model.now_ms / day_ms + 1) * day_ms);
}

void Portfolio::sort() {
    sorted_.clear();
    counts_ = {};
    active_ = 0;
    zone_.clear();
    disputed_.clear();
    bool one_zone = true;
    for (const auto& [id, row] : rows_) {
        sorted_.push_back(&row);
        for (int i = 0; i < filter_count; ++i)
            if (row.in(static_cast<Filter>(i))) ++counts_[static_cast<std::size_t>(i)];
        if (!ended(row.phase)) ++active_;
        if (!row.window_set) continue;
        one_zone = one_zone && (zone_.empty() || zone_ == row.zone);
        zone_ = row.zone;
    }
    if (!one_zone) zone_.clear();
    const auto order = [](const PortfolioRow& row) {
        return std::make_tuple(row.rank, row.window_from_ms, -row.changed_ms);
    };
    std::sort(sorted_.begin(), sorted_.end(), [&](const PortfolioRow* a, const PortfolioRow* b) {
        if (order(*a) != order(*b)) return order(*a) < order(*b);
        return std::tie(a->product, a->version, a->id) < std::tie(b->product, b->version, b->id);
    });
    for (const PortfolioRow* row : sorted_)
        if (row->conflicts > 0) disputed_.push_back(row);
    ++edition_;
}

} // namespace desk::ui
