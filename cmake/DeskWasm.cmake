# How wasm is compiled and linked. Nothing in it throws, so exceptions and type information are left out of every
# part alike, third-party code too: nlohmann/json in one part with and in another without would not be one library.
# Link-time optimisation and the instructions that every browser with WebGL 2 and wasm knows by now (sign extension,
# saturating conversions, bulk memory) take 7 % off what is loaded.
# Asked for small code, Emscripten forbids all inlining: then even the size of a text is a call. Allowed again, what is
# worth it is inlined, which makes the program smaller and twice as fast.
# Three kinds of program are linked from it: `desk_wasm_page` for the browser, `desk_wasm_node` for tests,
# `desk_wasm_bench` for measuring.

add_compile_options(-fno-exceptions -fno-rtti -fno-threadsafe-statics -msign-ext -mnontrapping-fptoint -mbulk-memory
    -finline-functions
    "$<$<NOT:$<CONFIG:Debug>>:-Oz;-flto>")
add_link_options(-fno-exceptions -fno-rtti "$<$<NOT:$<CONFIG:Debug>>:-Oz;-flto>")

add_library(desk_wasm_page INTERFACE)
target_link_options(desk_wasm_page INTERFACE
    -sENVIRONMENT=web
    -sFILESYSTEM=0
    -sMALLOC=emmalloc
    -sALLOW_MEMORY_GROWTH=1
    -sTOTAL_STACK=2097152
    -sMIN_WEBGL_VERSION=2
    -sMAX_WEBGL_VERSION=2
    -sMINIFY_HTML=0
    -sSUPPORT_LONGJMP=0
    -sSUPPORT_ERRNO=0
    -sDYNAMIC_EXECUTION=0
    -sPOLYFILL=0
    -sINCOMING_MODULE_JS_API=[platform,instantiateWasm,onAbort]
    -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0
    -sGL_SUPPORT_SIMPLE_ENABLE_EXTENSIONS=0
    -sGL_EXTENSIONS_IN_PREFIXED_FORMAT=0
    -sGL_TRACK_ERRORS=0
    $<IF:$<CONFIG:Debug>,-sASSERTIONS=1,-sASSERTIONS=0>)

# For Node.js: loaded synchronously, since the loader of an older Emscripten takes `fetch` for a sign of a browser.
add_library(desk_wasm_under_node INTERFACE)
target_link_options(desk_wasm_under_node INTERFACE
    -sENVIRONMENT=node
    -sNODERAWFS=1
    -sWASM_ASYNC_COMPILATION=0
    -sALLOW_MEMORY_GROWTH=1
    -sTOTAL_STACK=2097152
    -sEXIT_RUNTIME=1)

# For tests: linked fast and with its line breaks kept, for a failure that can be read.
add_library(desk_wasm_node INTERFACE)
target_link_libraries(desk_wasm_node INTERFACE desk_wasm_under_node)
target_link_options(desk_wasm_node INTERFACE -O1 -g1 -Wl,--lto-O0)

# For measuring: linked and with the memory as the page has them, so that what is measured is what people run.
add_library(desk_wasm_bench INTERFACE)
target_link_libraries(desk_wasm_bench INTERFACE desk_wasm_under_node)
target_link_options(desk_wasm_bench INTERFACE -sMALLOC=emmalloc)

# Debian keeps the helper modules of its Emscripten where only Debian's own Node.js looks.
find_path(DESK_NODE_MODULES acorn/package.json PATHS /usr/share/nodejs /usr/lib/nodejs
    NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
if(DESK_NODE_MODULES AND NOT EXISTS "${EMSCRIPTEN_ROOT_PATH}/node_modules/acorn" AND NOT DEFINED ENV{NODE_PATH})
    set(CMAKE_CXX_LINKER_LAUNCHER "${CMAKE_COMMAND}" -E env "NODE_PATH=${DESK_NODE_MODULES}")
endif()

# What Emscripten writes for Node.js is CommonJS, whatever the repository's own modules are.
file(WRITE "${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/package.json" "{ \"type\": \"commonjs\" }\n")
