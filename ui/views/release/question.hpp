// The dialog of a release: one question at a time, for what needs a reason or cannot be undone.
#pragma once

#include "core/commands/command.hpp"

#include <functional>
#include <string>
#include <vector>

namespace desk::ui {

struct Part;
struct Rect;

struct QuestionField {
    std::string label;
    std::string placeholder = {};
    std::string hint = {};
    bool area = false; // several lines
    bool required = true;
    std::string text = {};                 // what stands there at first, then what is typed
    std::vector<std::string> choices = {}; // not empty: one of these, in a list that opens
};

struct Question {
    std::string title;      // a question
    std::string text;       // what it is about, one or two sentences; may be empty
    std::string confirm;    // the act: "Waive it"
    std::string keep;       // the way back: "Keep requirement"
    bool danger = false;    // it cannot be undone
    std::string about = {}; // as in Model::refused
    std::vector<QuestionField> fields = {};
    std::function<Command(const std::vector<QuestionField>&)> command = {};
    std::string done_text = {};
    float width = 440;
    void (*more)(const Part&, Rect& below, const Question&) = nullptr; // drawn below the fields: what they come to
    bool sent = false;                                                 // asked of the core; closes unless that refuses
};

// Draws the open question of the view, if there is one.
void draw_question(const Part&);

} // namespace desk::ui
