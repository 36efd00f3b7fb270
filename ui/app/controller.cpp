#include "ui/app/controller.hpp"

#include "core/commands/undo.hpp"
#include "core/notes/markdown.hpp"
#include "ui/app/random_id.hpp"
#include "ui/door.hpp"
#include "ui/theme/metrics.hpp"
#include "ui/views/words.hpp"

#include <algorithm>
#include <utility>

namespace desk::ui {

namespace {

// Key of the item, role, phase or register that a command is about: where the user acted.
struct AboutOf {
    std::string operator()(const command::SetField& c) const { return c.about; }
    std::string operator()(const command::Assign& c) const { return c.role; }
    std::string operator()(const command::Unassign& c) const { return c.role; }
    std::string operator()(const command::Sign& c) const { return c.item; }
    std::string operator()(const command::Waive& c) const { return c.item; }
    std::string operator()(const command::NotApplicable& c) const { return c.item; }
    std::string operator()(const command::AddEvidence& c) const { return c.item; }
    std::string operator()(const command::DropEvidence& c) const { return c.item; }
    std::string operator()(const command::CastVote& c) const { return c.role; }
    std::string operator()(const command::Advance& c) const { return std::string(key_of(c.to)); }
    std::string operator()(const command::SetWindow&) const { return "window"; }
    std::string operator()(const command::AddFreeze&) const { return "freeze"; }
    std::string operator()(const command::LiftFreeze&) const { return "freeze"; }
    std::string operator()(const command::OpenIncident&) const { return "incident"; }
    std::string operator()(const command::SetIncidentState&) const { return "incident"; }
    std::string operator()(const command::SetSeverity&) const { return "incident"; }
    std::string operator()(const command::SetIncidentStart&) const { return "incident"; }
    std::string operator()(const command::NoteIncident&) const { return "incident-note"; }
    std::string operator()(const command::WriteReport& c) const { return "report:" + c.field; }
    std::string operator()(const command::RecordMessage& c) const {
        return (c.incident.empty() ? "announced:" : "sent:") + c.audience;
    }
    std::string operator()(const command::AddCommits&) const { return "commits"; }
    std::string operator()(const command::HandOff&) const { return "hand-off"; }
    std::string operator()(const command::AddArtifact& c) const { return c.kind; }
    std::string operator()(const command::AddParticipant& c) const { return c.role; }
    std::string operator()(const command::DropParticipant& c) const { return c.role; }
    std::string operator()(const command::EverybodyTookPart&) const { return "participants"; }
    std::string operator()(const command::ExcuseRole& c) const { return c.role; }
    std::string operator()(const command::AddAction&) const { return "actions"; }
    std::string operator()(const command::ProposeGuideChange&) const { return "actions"; }
    std::string operator()(const command::AdoptGuide&) const { return "guide"; }
    std::string operator()(const command::Undo&) const { return "undo"; }
    std::string operator()(const command::Resolve& c) const { return c.about; }
};

// Names that a copy makes up (core/release/registers.hpp): views leave them empty.
struct GiveName {
    const std::function<std::uint64_t()>& random64;
    void operator()(command::AddFreeze& c) const { give(c.id); }
    void operator()(command::OpenIncident& c) const { give(c.id); }
    void operator()(command::NoteIncident& c) const { give(c.id); }
    void operator()(command::RecordMessage& c) const { give(c.id); }
    void operator()(command::AddAction& c) const { give(c.id); }
    template <typename Other> void operator()(Other&) const {}

private:
    void give(std::string& id) const {
        if (id.empty()) id = random_id(random64);
    }
};

std::string without_edges(const std::string& text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

} // namespace

Controller::Controller(Ports ports)
    : ports_(std::move(ports)), queue_(*ports_.storage, {[this] { changed(); },
                                                         [this](const std::string& actor) {
                                                             if (actor == actor_) actor_ = random_id(ports_.random64);
                                                         },
                                                         [this] { return random_id(ports_.random64); }}),
      actor_(random_id(ports_.random64)) {
    if (auto guide = guides_.add(octoacme_guide_text())) model_.guide = *guide;
    show_guides();
}

Controller::~Controller() = default;

void Controller::start(const std::string& address, ChosenLook chosen) {
    model_.route = route_from(address);
    model_.theme = chosen.theme;
    model_.contrast = chosen.contrast;
    ++model_.visits;
    model_.zones = ports_.zones;
    model_.own_zone = ports_.own_zone();
    model_.utc_offset_at = ports_.utc_offset_minutes;
    model_.can_share = static_cast<bool>(ports_.make_link);
    model_.can_save_program = static_cast<bool>(ports_.save_program);
    model_.from_file = ports_.from_file;
    if (ports_.fetch_rest) model_.rest = Rest::coming;
    tick(false);
    show_where();
    ports_.storage->on_foreign_change([this, alive = std::weak_ptr<char>(alive_)](std::string release) {
        if (!alive.expired()) foreign_change(release);
    });
    load();
}

void Controller::changed() {
    model_.save = model_.store_problem ? SaveProgress::not_saved : queue_.progress();
    model_.save_problem = queue_.problem();
    model_.durability = ports_.storage->durability();
    changed_ = true;
    if (renewing_) renew_when_saved();
    if (ports_.wake) ports_.wake();
}

void Controller::follow_clock() {
    const std::int64_t now = ports_.now_ms();
    const std::int64_t passed = last_tick_ms_ == 0 ? 0 : std::max<std::int64_t>(now - last_tick_ms_, 0);
    last_tick_ms_ = now;
    clock_ += static_cast<double>(passed) / 1000;
    model_.now_ms = now;
}

void Controller::tick(bool hold_toast) {
    follow_clock();
    if (model_.preview && model_.preview->revision != model_.revision)
        door<&look_again>(*model_.preview, model_.releases, model_.revision);
    model_.utc_offset_minutes = ports_.utc_offset_minutes(model_.now_ms);
    model_.durability = ports_.storage->durability();
    if (model_.rest == Rest::here) look_at_exports();
    follow_look();
    if (model_.toast && hold_toast) model_.toast->shown_at = clock_;
    // An imprecise timer may wake a little early: that does not cost another frame.
    if (const double left = toast_left(); left >= 0 && left < 0.02) model_.toast.reset();
}

void Controller::follow_look() {
    const SystemLook look = ports_.look();
    model_.forced = look.forced;
    model_.dark = model_.theme == ThemeChoice::system ? look.dark : model_.theme == ThemeChoice::dark;
    model_.high_contrast =
        model_.contrast == ContrastChoice::system ? look.more_contrast : model_.contrast == ContrastChoice::high;
}

double Controller::toast_left() const {
    if (!model_.toast || model_.toast->bad) return -1;
    return std::max(0.0, model_.toast->shown_at + metrics::toast_seconds - clock_);
}

void Controller::announce(Announcement announcement) {
    follow_clock(); // the last frame may be long ago
    announcement.shown_at = clock_;
    model_.toast = std::move(announcement);
}

void Controller::carry_out(Intents intents) {
    if (intents.empty()) return;
    for (Intent& intent : intents) std::visit([this](auto& one) { run(std::move(one)); }, intent);
    show_where();
    changed();
}

// --- commands

Author Controller::author() const { return {actor_, model_.my_name, ports_.now_ms()}; }

void Controller::wait_for_name(Intent&& intent) {
    unnamed_.push_back(std::move(intent));
    model_.name_wanted = true;
}

void Controller::keep(const std::string& release, std::vector<Op> ops, std::vector<Write> before) {
    static const Log nothing;
    for (Pack& pack : packs_of(release, std::move(ops), nothing, [this] { return random_id(ports_.random64); }))
        before.emplace_back(std::move(pack));
    if (!before.empty()) queue_.put(std::move(before));
}

void Controller::run(intent::Do&& act) {
    if (model_.my_name.empty()) return wait_for_name(std::move(act));
    const auto found = model_.releases.find(act.release);
    if (found == model_.releases.end()) return;
    Release& release = *found->second;
    model_.refused.reset();
    const std::string about = std::visit(AboutOf{}, act.command);
    std::visit(GiveName{ports_.random64}, act.command);
    std::vector<Write> before;
    if (const auto* adopted = std::get_if<command::AdoptGuide>(&act.command)) {
        release.know(adopted->guide);
        store_guide(*adopted->guide, before);
    }
    auto outcome = door<&decide>(release, act.command, author(), model_.around(release));
    if (!outcome) {
        model_.refused = Refused{act.release, about, std::move(outcome.error())};
        return;
    }
    std::size_t undo_at = 0;
    if (!outcome->empty()) {
        release.absorb(*outcome);
        ++model_.revision;
        keep(act.release, std::move(*outcome), std::move(before));
        if (!act.undo && !act.takes_back && !act.done_text.empty() && door<&last_act>(release, model_.my_name)) {
            act.undo = command::Undo{};
            undo_at = release.log().size();
        }
    }
    if (!act.done_text.empty()) announce({act.done_text, false, 0, act.release, std::move(act.undo), undo_at});
}

void Controller::run(intent::Create&& act) {
    if (model_.my_name.empty()) return wait_for_name(std::move(act));
    model_.refused.reset();
    act.fields.product = without_edges(act.fields.product);
    act.fields.version = without_edges(act.fields.version);
    act.fields.name = without_edges(act.fields.name);
    auto outcome = create_release(act.fields, *model_.guide, author(), model_.around_product(act.fields.product));
    if (!outcome) {
        model_.refused = Refused{{}, "create", std::move(outcome.error())};
        return;
    }
    const std::string id = "rel_" + random_id(ports_.random64);
    auto release = std::make_unique<Release>(id, model_.guide);
    release->absorb(*outcome);
    std::vector<Write> before;
    store_guide(*model_.guide, before);
    announce({title_of(release->state()) + " created", false, 0, {}, {}});
    model_.releases.emplace(id, std::move(release));
    ++model_.revision;
    keep(id, std::move(*outcome), std::move(before));
    go({Place::releases, id, Section::overview});
}

void Controller::run(intent::SetMyName&& act) {
    const std::string name = without_edges(act.name);
    if (name.empty()) return;
    if (!model_.my_name.empty() && name != model_.my_name)
        announce({"You are " + name + " from now on", false, 0, {}, {}});
    model_.my_name = name;
    model_.name_wanted = false;
    queue_.put({SettingWrite{"my_name", name}});
    for (Intent& waiting : std::exchange(unnamed_, {})) std::visit([this](auto& one) { run(std::move(one)); }, waiting);
}

void Controller::run(intent::LeaveUnnamed&&) {
    unnamed_.clear();
    model_.name_wanted = false;
}

void Controller::run(intent::Say&& act) { announce({std::move(act.text), false, 0, {}, {}}); }

void Controller::run(intent::DismissRefusal&&) { model_.refused.reset(); }
void Controller::run(intent::DismissToast&&) { model_.toast.reset(); }
void Controller::run(intent::DismissImportProblems&&) { model_.import_problems.clear(); }

// --- where the user is

void Controller::go(Route route, bool instead) {
    if (!instead) ++model_.visits;
    if (route == model_.route) return;
    if (!instead) step_ = true;
    if (model_.route.release.empty()) {
        Route& left = model_.left[model_.route.place] = model_.route;
        if (left.place != Place::metrics) left.item.clear(); // what it pointed at was for once
    }
    // The guide stands beside what one comes from.
    if (!model_.route.release.empty()) model_.guide_live = model_.route.release;
    if (route.release != model_.route.release) model_.refused.reset();
    if (route.place == Place::settings) measure();
    model_.share.reset();
    model_.route = std::move(route);
}

void Controller::run(intent::Go&& act) { go(std::move(act.route), act.instead); }

void Controller::run(intent::CopyLink&& act) {
    ports_.copy_link(address_of(act.route));
    const bool release = !act.route.release.empty();
    announce({release ? "Link copied. Who follows it needs the release too" : "Link copied", false, 0, {}, {}});
}

void Controller::address_changed(const std::string& address) {
    go(route_from(address));
    step_ = false; // the history is there already
    show_where();
    changed();
}

void Controller::show_where() {
    ports_.show_address(address_of(model_.route), !std::exchange(step_, false));
    std::string title = place_title(model_) + " · OctoAcme Release Desk";
    if (title == title_) return;
    title_ = std::move(title);
    ports_.show_title(title_);
}

// --- settings and the small ports

void Controller::run(intent::SetTheme&& act) {
    model_.theme = act.theme;
    const char* word = act.theme == ThemeChoice::dark ? "dark" : act.theme == ThemeChoice::light ? "light" : "system";
    queue_.put({SettingWrite{"theme", word}});
    tick(true);
}

void Controller::run(intent::SetSingleKeys&& act) {
    model_.single_keys = act.on;
    queue_.put({SettingWrite{"single_keys", act.on ? "on" : "off"}});
}

void Controller::run(intent::SetContrast&& act) {
    model_.contrast = act.contrast;
    const char* word = act.contrast == ContrastChoice::high       ? "high"
                       : act.contrast == ContrastChoice::standard ? "standard"
                                                                  : "system";
    queue_.put({SettingWrite{"contrast", word}});
    tick(true);
}

void Controller::run(intent::RetrySave&&) {
    if (model_.store_problem)
        load();
    else
        queue_.retry();
}

void Controller::rest_arrived(bool here) {
    model_.rest = here ? Rest::here : Rest::missing;
    if (here) files_arrived(std::exchange(early_files_, {}));
    changed();
}

void Controller::run(intent::FetchRest&&) {
    model_.rest = Rest::coming;
    ports_.fetch_rest();
}

// --- another version of the program

void Controller::version_ready() {
    model_.newer = static_cast<bool>(ports_.renew);
    changed();
}

// What cannot be saved now may be saved much later: nobody expects the page to go then.
void Controller::renew_when_saved() {
    if (model_.save == SaveProgress::saving) return;
    renewing_ = false;
    if (unsaved()) return;
    model_.newer = false;
    ports_.renew();
}

void Controller::run(intent::Renew&&) { renewing_ = true; }
void Controller::run(intent::LeaveNewer&&) { model_.newer = false; }

void Controller::run(intent::SaveProgram&&) { ports_.save_program(told("release-desk.html", "Saved", {})); }

void Controller::run(intent::CopyText&& act) {
    ports_.copy_text(act.text);
    if (!act.done_text.empty()) announce({std::move(act.done_text), false, 0, {}, {}});
}

void Controller::run(intent::WriteMail&& act) {
    // Systems hand over about 2,000 characters to a mail program (Windows: 2,083), and what was cut would be sent so.
    constexpr std::size_t longest = 2000;
    std::string link = door<&mail_link>(act.message);
    if (link.size() > longest) {
        ports_.copy_text(door<&plain_text>(act.message.body));
        link =
            door<&mail_link>(AnnouncementText{act.message.subject, "The message is on the clipboard: paste it here."});
        announce({"The message is on your clipboard: paste it into the mail", false, 0, {}, {}});
    }
    ports_.open_mail(link);
}

void Controller::run(intent::SaveText&& act) { offer({std::move(act.file_name), std::move(act.text)}, "Saved", {}); }
void Controller::run(intent::OpenFiles&&) { ports_.open_files(); }

} // namespace desk::ui
