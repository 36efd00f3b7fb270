#include "ui/ui.hpp"

#include "ui/widgets/area_editor.hpp"
#include "ui/widgets/message.hpp"
#include "ui/widgets/paint.hpp"
#include "ui/widgets/session.hpp"

#include <algorithm>

namespace desk::ui {
namespace {

constexpr const char* page_name = "page";

void configure_io() {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.ConfigNavEscapeClearFocusItem = false;
    io.ConfigNavCursorVisibleAuto = true;
    io.ConfigWindowsMoveFromTitleBarOnly = true;
}

// Curves and smooth edges are made for device pixels, not for CSS ones.
void sharpen(const Ui& ui) {
    ImGuiContext& g = *GImGui;
    const float ratio = ui.size.pixel_ratio;
    g.DrawListSharedData.InitialFringeScale = 1 / ratio;
    g.Style.CircleTessellationMaxError = 0.2F / ratio;
    ui.fonts.regular->CurrentRasterizerDensity = g.FontRasterizerDensity;
    ui.fonts.strong->CurrentRasterizerDensity = g.FontRasterizerDensity;
}

// What the views no longer show is closed, and the focus goes back to where it was.
void close_forgotten(Ui& ui) {
    ImGuiContext& g = *GImGui;
    for (int level = 0; level < g.OpenPopupStack.Size; ++level) {
        const auto known = ui.session->opened.find(g.OpenPopupStack[level].PopupId);
        if (known == ui.session->opened.end() || known->second.frame == g.FrameCount) continue;
        ImGui::ClosePopupToLevel(level, true);
        ui.session->again = std::max(ui.session->again, 1);
        break;
    }
    std::erase_if(ui.session->opened, [&g](const auto& entry) { return entry.second.frame < g.FrameCount - 1; });
}

void show_tip(Ui& ui) {
    Session& s = *ui.session;
    if (!s.tip_touched) s.tip_over = 0;
    if (!s.tip.wanted) return;
    const float limit = std::min(320.0F, ui.size.width - 32);
    float width = 0;
    int lines = 0;
    each_line(ui, s.tip.words, limit, TextSize::small, Weight::regular, [&](std::string_view line) {
        width = std::max(width, text_width(ui, line, TextSize::small));
        ++lines;
    });
    const Rect box = place_below(ui, s.tip.anchor, width + 16, static_cast<float>(lines) * 16 + 12);
    ImGui::SetNextWindowPos(min_of(box));
    ImGui::SetNextWindowSize({box.w, box.h});
    ImGui::Begin("tip", nullptr,
                 ImGuiWindowFlags_Tooltip | ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav);
    ImGui::PushClipRect({0, 0}, {ui.size.width, ui.size.height}, false);
    shadow(ui, box, metrics::radius_control);
    fill(ui, box, ui.theme->raised, metrics::radius_control);
    outline(ui, box, ui.theme->border, metrics::radius_control);
    text_wrapped(ui, box.inset(8, 6).with_width(limit), s.tip.words, {.size = TextSize::small, .silent = true});
    ImGui::PopClipRect();
    ImGui::End();
}

} // namespace

Session::Session() = default;
Session::~Session() = default;

Ui::Ui(Collector& collector, Fonts faces)
    : semantics(collector), fonts(faces), theme(&light_theme()), session(std::make_unique<Session>()) {
    if (fonts.strong == nullptr) fonts.strong = fonts.regular;
    configure_io();
}

Ui::~Ui() = default;

void begin_frame(Ui& ui, const ViewSize& size, double now) {
    ui.size = size;
    ui.now = now;
    Session& s = *ui.session;
    s.ring = {};
    s.focused_box = s.focused_box_now;
    s.focused_box_now = {};
    s.tip.wanted = s.tip_touched = false;
    s.wants = -1;
    if (s.again > 0) --s.again;
    apply_style(*ui.theme);
    sharpen(ui);
    ui.semantics.begin();

    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({size.width, size.height});
    ImGui::Begin(page_name, nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PushFont(ui.fonts.regular, pixels_of(TextSize::body));
    fill(ui, {0, 0, size.width, size.height}, ui.theme->background);
}

Patch end_frame(Ui& ui) {
    draw_ring(ui, ImGui::GetCurrentWindow());
    ImGui::PopFont();
    ImGui::End();
    close_forgotten(ui);
    show_tip(ui);
    ui.session->popups = GImGui->OpenPopupStack.Size;
    return ui.semantics.end();
}

bool covered(const Ui& ui) { return ui.session->popups > 0; }

bool typing() { return ImGui::GetIO().WantTextInput; }

bool apple_keys() { return ImGui::GetIO().ConfigMacOSXBehaviors; }

void press_arrow(bool down) {
    ImGuiIO& io = ImGui::GetIO();
    const ImGuiKey key = down ? ImGuiKey_DownArrow : ImGuiKey_UpArrow;
    io.AddKeyEvent(key, true);
    io.AddKeyEvent(key, false);
}

void wake_in(Ui& ui, double seconds) { ui.session->want(seconds); }

double wants_frame(const Ui& ui) { return ui.session->again > 0 || ui.semantics.pending() ? 0 : ui.session->wants; }

IdScope::IdScope(Id id) { ImGui::PushOverrideID(id_of(id)); }
IdScope::IdScope(int number) { ImGui::PushID(number); }
IdScope::~IdScope() { ImGui::PopID(); }

float control_height(const Ui& ui) { return touch(ui) ? metrics::control_touch : metrics::control; }
float compact_height(const Ui& ui) {
    // With the least gap between two lines a finger has 44 pixels for each.
    return touch(ui) ? metrics::control_touch - metrics::space_xs : metrics::control_compact;
}
float link_line(const Ui& ui, float height) { return touch(ui) ? std::max(height, metrics::control_touch) : height; }
float gutter(const Ui& ui) { return columns(ui.size) == Columns::one ? metrics::gutter_phone : metrics::gutter; }

} // namespace desk::ui
