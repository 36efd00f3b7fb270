# Toolchain file: Emscripten's own, of the `emcc` on PATH, be it from emsdk or from the system's packages.
find_program(DESK_EMCC emcc)
if(NOT DESK_EMCC)
    message(FATAL_ERROR "There is no emcc on PATH. Activate an emsdk, or install the package `emscripten`.")
endif()
execute_process(COMMAND em-config EMSCRIPTEN_ROOT OUTPUT_VARIABLE desk_emscripten_root
    OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
include("${desk_emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")
