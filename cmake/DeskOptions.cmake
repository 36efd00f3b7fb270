# What every target of ours is compiled with: `desk_options`, to be linked privately.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "Kind of build" FORCE)
endif()

# Programs for people stand together; tests and the site have folders of their own.
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

# Room for GCC's garbage: to collect it takes a twentieth of the time, to keep it 150 MB.
add_compile_options($<$<CXX_COMPILER_ID:GNU>:--param=ggc-min-heapsize=524288>)

find_program(DESK_CCACHE ccache)
if(DESK_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${DESK_CCACHE}")
endif()

add_library(desk_options INTERFACE)
target_compile_features(desk_options INTERFACE cxx_std_20)
target_compile_options(desk_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wundef
    # False alarms of GCC about std::optional, std::variant and joined strings: its bugs 80635 and 105651.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds> $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized> $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
    # Said of a source's own types when it is compiled together with others.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>
    $<$<BOOL:${DESK_WERROR}>:-Werror>)

# desk_precompile(TARGET [HEADER]...): the standard headers that nearly every source needs, and these, are read once:
# reading them is half of what compiling a small source takes. Sources include what they use all the same; a build with
# DESK_PRECOMPILE off shows that they do.
option(DESK_PRECOMPILE "Read common headers once for many sources" ON)
function(desk_precompile target)
    if(NOT DESK_PRECOMPILE)
        return()
    endif()
    target_precompile_headers(${target} PRIVATE <algorithm> <cstdint> <functional> <map> <memory> <optional> <set>
        <string> <string_view> <utility> <variant> <vector> ${ARGN})
    # By them ccache knows a source again (its manual, "Precompiled headers").
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>
        "$<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>")
endfunction()

# desk_together(TARGET): the sources of a folder are compiled together, at most sixteen at a time: what their headers hold is
# compiled once for them, which takes about a quarter of the time. So the sources of a folder give no name to two things, not even
# in unnamed namespaces. They include what they use all the same; a build with DESK_TOGETHER off shows that they do.
option(DESK_TOGETHER "Compile the sources of a folder together" ON)
function(desk_together target)
    if(NOT DESK_TOGETHER)
        return()
    endif()
    get_target_property(sources ${target} SOURCES)
    list(FILTER sources INCLUDE REGEX "[.]cpp$")
    foreach(source IN LISTS sources)
        get_filename_component(folder "${source}" DIRECTORY)
        string(MAKE_C_IDENTIFIER "folder_${folder}" folder)
        if(NOT DEFINED ${folder})
            set(${folder} 0)
        endif()
        math(EXPR part "${${folder}} / 16")
        math(EXPR ${folder} "${${folder}} + 1")
        set_source_files_properties("${source}" PROPERTIES UNITY_GROUP "${folder}_${part}")
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()

if(DESK_SANITIZE AND NOT EMSCRIPTEN)
    add_compile_options(-fsanitize=${DESK_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${DESK_SANITIZE})
endif()

if(EMSCRIPTEN)
    include(DeskWasm)
endif()
