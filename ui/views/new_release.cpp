#include "ui/views/new_release.hpp"

#include "core/version/semver.hpp"
#include "ui/views/words.hpp"
#include "ui/widgets/widgets.hpp"

#include <algorithm>
#include <vector>

namespace desk::ui {

namespace {

bool blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

std::string without_edges(const std::string& text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first == std::string::npos ? std::string()
                                      : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

// The version that follows from product and type, until the user writes another.
void propose_version(const Model& model, NewReleaseState& state) {
    const std::string product = without_edges(state.fields.product);
    const std::string wanted = product + '\n' + state.fields.type;
    if (state.proposed_for != wanted || state.proposed_revision != model.revision) {
        state.proposed_for = wanted;
        state.proposed_revision = model.revision;
        state.proposed = proposed_version(product, state.fields.type, model.around_product(product));
    }
    if (!state.version_typed) state.fields.version = state.proposed;
}

std::string version_problem(const Model& model, const NewReleaseState& state) {
    const std::string written = without_edges(state.fields.version);
    if (written.empty()) return state.tried ? "Write the version, such as " + state.proposed : "";
    const auto version = parse_version(written);
    if (!version) {
        std::string words = version.error();
        if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
        return words;
    }
    const std::string product = without_edges(state.fields.product);
    for (const Sibling& sibling : model.around_product(product).siblings)
        if (const auto theirs = parse_version(sibling.version);
            theirs && sibling.phase != Phase::cancelled && precedence(*theirs, *version) == 0)
            return product + " " + sibling.version + " exists already. Choose another version.";
    return {};
}

std::string type_text(const Guide& guide, const std::string& key) {
    for (const ReleaseTypeSpec& type : guide.types)
        if (type.key == key) return type.text;
    return {};
}

// One field under another.
struct Form {
    Ui& ui;
    Rect& at;
    FieldResult field(Id id, std::string_view label, std::string& text, const FieldOptions& options) const {
        return text_field(ui, at.cut_top(field_height(ui, at.w, options), 12), id, label, text, options);
    }
};

void draw_type(Ui& ui, const Model& model, NewReleaseState& state, Rect& at) {
    std::vector<std::string_view> names;
    int chosen = -1;
    for (const ReleaseTypeSpec& type : model.guide->types) {
        if (type.key == state.fields.type) chosen = static_cast<int>(names.size());
        names.push_back(type.name);
    }
    muted(ui, at.cut_top(16, 4), "Type");
    const Rect place = at.cut_top(control_height(ui), 4).with_width(std::min(at.w, segmented_width(ui, names)));
    if (const int pressed = segmented(ui, place, "type", "Type", names, chosen); pressed >= 0)
        state.fields.type = model.guide->types[static_cast<std::size_t>(pressed)].key;
    const TextStyle small{.size = TextSize::small, .colour = ui.theme->muted};
    at.cut_top(text_wrapped(ui, at, type_text(*model.guide, state.fields.type), small), 12);
}

// The core's own words, for what the fields do not tell by themselves.
void draw_refusal(Ui& ui, const Model& model, Rect& at) {
    if (!model.refused || !model.refused->release.empty() || model.refused->about != "create") return;
    const std::string words = model.refused->refusal.text();
    notice(ui, at.cut_top(notice_height(ui, at.w, words), 12), "refusal", StatusKind::blocked, words, Icon::lock);
}

} // namespace

void draw_new_release(Ui& ui, const Model& model, NewReleaseState& state, Intents& out) {
    if (!state.open) return;
    if (!model.route.release.empty()) {
        state = {};
        return;
    }
    if (state.fields.type.empty())
        state.fields.type = model.guide->types.size() > 1 ? model.guide->types[1].key : model.guide->types.front().key;
    propose_version(model, state);

    const NewRelease written = state.fields; // Escape takes a text back before it is known that all closes
    const bool version_typed = state.version_typed;
    Dialog dialog = begin_dialog(ui, "new-release", "New release");
    Rect at = dialog.content;
    at.cut_top(4);
    const Form form{ui, at};
    bool enter = false;
    const bool unnamed = model.my_name.empty();
    if (unnamed) {
        const bool missing = state.tried && blank(state.my_name);
        enter |= form.field("my-name", "Your name", state.my_name,
                            {.kind = FieldKind::name,
                             .hint = missing ? "" : "Shown beside what you do. Nobody checks it.",
                             .error = missing ? "Say who you are, so that others see who did it." : "",
                             .required = true})
                     .entered;
    }
    const bool no_product = state.tried && blank(state.fields.product);
    enter |= form.field("product", "Product", state.fields.product,
                        {.placeholder = "Checkout", .error = no_product ? "Name the product." : "", .required = true})
                 .entered;
    draw_type(ui, model, state, at);
    const std::string problem = version_problem(model, state);
    const FieldResult version =
        form.field("version", "Version", state.fields.version,
                   {.kind = FieldKind::exact,
                    .hint = state.version_typed ? "" : "Proposed from the type. Change it if you need another.",
                    .error = problem,
                    .required = true});
    if (version.changed) state.version_typed = !blank(state.fields.version);
    enter |= version.entered;
    enter |= form.field("name", "Name", state.fields.name,
                        {.placeholder = "Saved carts", .hint = "What it is about, in two or three words."})
                 .entered;
    draw_refusal(ui, model, at);

    at.cut_top(4);
    Rect buttons = at.cut_top(control_height(ui));
    const ButtonOptions primary{.kind = ButtonKind::primary};
    const Rect create_place = buttons.cut_right(button_width(ui, "Create release", primary), 8);
    const bool leave = button(ui, buttons.cut_right(button_width(ui, "Not now")), "leave", "Not now");
    const bool create = button(ui, create_place, "create", "Create release", primary) || enter;
    end_dialog(ui, at.y);

    if (create) {
        state.tried = true;
        const bool complete =
            !blank(state.fields.product) && version_problem(model, state).empty() && !(unnamed && blank(state.my_name));
        if (complete) {
            if (unnamed) out.emplace_back(intent::SetMyName{state.my_name});
            out.emplace_back(intent::Create{state.fields});
        }
    }
    if (leave || dialog.close_asked) {
        out.emplace_back(intent::DismissRefusal{});
        // Escape may have been a slip: what was written stands there again when the dialog is opened.
        NewReleaseState kept;
        if (!leave) kept.fields = written, kept.version_typed = version_typed;
        state = kept;
    }
}

} // namespace desk::ui
