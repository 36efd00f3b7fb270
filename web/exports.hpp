// Functions that the page's JavaScript calls. Each takes the App that `desk_start` gave; strings and bytes arrive in
// its inbox (see desk_inbox in main.cpp).
#pragma once

#include <emscripten/emscripten.h>

#define DESK_EXPORT extern "C" EMSCRIPTEN_KEEPALIVE
