#include "ui/views/agenda.hpp"

#include "core/order.hpp"
#include "core/rules/wording.hpp"
#include "core/time/durations.hpp"
#include "core/windows/conflicts.hpp"
#include "core/windows/free_slot.hpp"
#include "ui/views/words.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace desk::ui {

namespace {

constexpr std::size_t most_a_frame = 4; // windows judged
constexpr std::size_t most_conflicts = 3;

std::string deployers_text(const Release& release) {
    const auto people = deployers_of(release);
    if (people.empty()) return "Nobody is named yet to deploy it";
    return listed(people) + (people.size() == 1 ? " deploys" : " deploy");
}

AgendaEntry window_entry(const Release& release, Phase phase) {
    const desk::State& state = release.state();
    AgendaEntry entry;
    entry.key = release.id();
    entry.release = release.id();
    entry.product = state.product.text;
    entry.span = *state.window;
    entry.title = title_of(state);
    entry.name = state.name.text;
    entry.people = deployers_text(release);
    entry.phase = phase;
    entry.disputed = state.window->disputed;
    return entry;
}

AgendaEntry freeze_entry(const Release& release, const Freeze& freeze) {
    AgendaEntry entry;
    entry.kind = AgendaEntry::Kind::freeze;
    entry.key = release.id() + "/" + freeze.id;
    entry.release = release.id();
    entry.product = release.state().product.text;
    entry.everywhere = freeze.everywhere;
    entry.span = freeze;
    entry.title = freeze.reason;
    entry.name = freeze.everywhere ? "All products" : entry.product;
    entry.people = "Recorded on " + title_of(release.state());
    return entry;
}

// Nothing: it needs no window any more.
std::optional<Unscheduled> unscheduled_of(const Release& release, Phase phase, std::int64_t now_ms) {
    const desk::State& state = release.state();
    if (!awaits_window(phase) || phase == Phase::deploying) return std::nullopt;
    Unscheduled one{release.id(), state.product.text, title_of(state), state.name.text, phase, {}, false};
    if (!state.window) {
        one.note = phase == Phase::approved ? "Approved, and may be deployed at any time" : "Waits for a window";
    } else if (!state.window->set()) {
        one.note = "No window needed: " + state.window->none_reason;
    } else {
        one.note = "Passed: " + span_words(*state.window, now_ms);
        one.passed = true;
    }
    return one;
}

template <typename Entry> bool concerns(const Entry& entry, const std::string& product) {
    if constexpr (requires { entry.everywhere; })
        if (entry.everywhere) return true;
    return product.empty() || entry.product == product;
}

template <typename Entry>
std::vector<const Entry*> chosen(const std::vector<Entry>& entries, const std::string& product) {
    std::vector<const Entry*> list;
    for (const Entry& entry : entries)
        if (concerns(entry, product)) list.push_back(&entry);
    return list;
}

} // namespace

void Agenda::collect(const Model& model) {
    // What was found out stands until it is looked for again.
    std::map<std::string, AgendaEntry> before;
    for (AgendaEntry& entry : coming_) before.emplace(entry.key, std::move(entry));
    coming_.clear();
    past_.clear();
    unscheduled_.clear();
    window_at_.clear();
    around_ = {model.now_ms, {}, model.zones};
    std::set<std::string> products;
    for (const auto& [id, pointer] : model.releases) {
        const Release& release = *pointer;
        const desk::State& state = release.state();
        const Phase phase = phase_now(state, {model.now_ms, {}, {}});
        const bool has_window = state.window && state.window->set();
        // What is being deployed stays here, however long that takes.
        const bool comes =
            has_window && awaits_window(phase) && (state.window->to_ms >= model.now_ms || phase == Phase::deploying);
        if (comes) {
            coming_.push_back(window_entry(release, phase));
        } else {
            if (auto one = unscheduled_of(release, phase, model.now_ms))
                unscheduled_.push_back(std::move(*one));
            else if (has_window)
                past_.push_back(window_entry(release, phase));
        }
        for (const Freeze& freeze : state.freezes)
            (freeze.to_ms >= model.now_ms ? coming_ : past_).push_back(freeze_entry(release, freeze));
        if (comes || !state.freezes.empty()) around_.siblings.push_back(sibling_of(release));
        if (comes || has_window || !state.freezes.empty() || awaits_window(phase)) products.insert(state.product.text);
    }
    put_in_order(coming_, [](const AgendaEntry& a, const AgendaEntry& b) {
        return a.span.from_ms != b.span.from_ms ? a.span.from_ms < b.span.from_ms : a.title < b.title;
    });
    put_in_order(past_, [](const AgendaEntry& a, const AgendaEntry& b) { return a.span.from_ms > b.span.from_ms; });
    // What is nearest to production first.
    put_in_order(unscheduled_, [](const Unscheduled& a, const Unscheduled& b) {
        if (a.phase != b.phase) return progress_of(a.phase) > progress_of(b.phase);
        return a.title < b.title;
    });
    for (AgendaEntry& entry : coming_)
        if (const auto known = before.find(entry.key); known != before.end()) {
            entry.conflicts = std::move(known->second.conflicts);
            entry.more_conflicts = known->second.more_conflicts;
            entry.slot = std::move(known->second.slot);
        }
    for (std::size_t at = 0; at < coming_.size(); ++at)
        if (coming_[at].kind == AgendaEntry::Kind::window) window_at_.emplace(coming_[at].release, at);
    products_.assign(products.begin(), products.end());
    judged_ = 0;
}

void Agenda::judge(const Model& model, AgendaEntry& entry) {
    const Release* release = model.release(entry.release);
    if (!release || entry.kind != AgendaEntry::Kind::window) return;
    entry.slot.clear();
    entry.conflicts = window_conflicts(*release, around_);
    entry.more_conflicts = entry.conflicts.size() > most_conflicts ? entry.conflicts.size() - most_conflicts : 0;
    entry.conflicts.resize(entry.conflicts.size() - entry.more_conflicts);
    if (entry.conflicts.empty() || entry.phase == Phase::deploying) return;
    const auto slot = next_free_slot(*release, entry.span, around_);
    if (slot && slot->from_ms != entry.span.from_ms) entry.slot = span_words(*slot, model.now_ms);
}

bool Agenda::refresh(const Model& model) {
    const std::int64_t minute = model.now_ms / minute_ms;
    // A boundary may lie within the minute.
    const bool passed = next_boundary_ms(around_.now_ms) > 0 && next_boundary_ms(around_.now_ms) <= model.now_ms;
    if (revision_ != model.revision || minute_ != minute || passed) {
        revision_ = model.revision;
        minute_ = minute;
        collect(model);
        ++edition_;
    }
    if (judged_ == coming_.size()) return true;
    const std::size_t end = std::min(coming_.size(), judged_ + most_a_frame);
    for (; judged_ < end; ++judged_) judge(model, coming_[judged_]);
    ++edition_;
    return judged_ == coming_.size();
}

std::vector<const AgendaEntry*> Agenda::coming(const std::string& product) const { return chosen(coming_, product); }
std::vector<const AgendaEntry*> Agenda::past(const std::string& product) const { return chosen(past_, product); }
std::vector<const Unscheduled*> Agenda::unscheduled(const std::string& product) const {
    return chosen(unscheduled_, product);
}

const std::string* Agenda::against(const std::string& release) const {
    const auto found = window_at_.find(release);
    if (found == window_at_.end() || coming_[found->second].conflicts.empty()) return nullptr;
    return &coming_[found->second].conflicts.front().text;
}

std::int64_t Agenda::next_boundary_ms(std::int64_t now_ms) const {
    std::int64_t next = 0;
    for (const AgendaEntry& entry : coming_)
        // They hold up to their last moment.
        for (const std::int64_t at : {entry.span.from_ms, entry.span.to_ms + 1})
            if (at > now_ms && (next == 0 || at < next)) next = at;
    return next;
}

} // namespace desk::ui
