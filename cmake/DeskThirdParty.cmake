# Header-only libraries, from the system where it has them, else fetched by tag and commit. They are reached through a
# folder of the build that links to just their headers, so that the system's include folder never meets emcc.
#   desk_header_library(json HEADER nlohmann/json.hpp REPOSITORY ... COMMIT ...)  makes  desk::json
include(FetchContent)
set(FETCHCONTENT_QUIET OFF)

function(desk_header_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "HEADER;REPOSITORY;COMMIT;INCLUDE" "")
    string(TOUPPER "${name}" upper)
    find_path(DESK_${upper}_INCLUDE "${arg_HEADER}" NO_CMAKE_FIND_ROOT_PATH
        PATHS /usr/local/include /usr/include DOC "Folder of <${arg_HEADER}>")
    if(DESK_${upper}_INCLUDE)
        set(include "${DESK_${upper}_INCLUDE}")
    else()
        FetchContent_Declare(${name} GIT_REPOSITORY "${arg_REPOSITORY}" GIT_TAG "${arg_COMMIT}"
            SOURCE_SUBDIR headers-only)
        FetchContent_MakeAvailable(${name})
        set(include "${${name}_SOURCE_DIR}/${arg_INCLUDE}")
    endif()
    get_filename_component(folder "${arg_HEADER}" DIRECTORY)
    set(links "${CMAKE_BINARY_DIR}/third-party/${name}")
    file(MAKE_DIRECTORY "${links}")
    file(CREATE_LINK "${include}/${folder}" "${links}/${folder}" SYMBOLIC)
    add_library(desk_${name} INTERFACE)
    add_library(desk::${name} ALIAS desk_${name})
    target_include_directories(desk_${name} SYSTEM INTERFACE "${links}")
endfunction()

desk_header_library(json HEADER nlohmann/json.hpp INCLUDE include # 3.11.3
    REPOSITORY https://github.com/nlohmann/json.git COMMIT 9cca280a4d0ccf0c08f47a99aa71d1b0e52f8d03)
desk_header_library(expected HEADER tl/expected.hpp INCLUDE include # 1.1.0
    REPOSITORY https://github.com/TartanLlama/expected.git COMMIT 292eff8bd8ee230a7df1d6a1c00c4ea0eb2f0362)
if(NOT EMSCRIPTEN)
    desk_header_library(cli11 HEADER CLI/CLI.hpp INCLUDE include # 2.4.2
        REPOSITORY https://github.com/CLIUtils/CLI11.git COMMIT 6c7b07a878ad834957b98d0f9ce1dbe0cb204fc9)
endif()
if(DESK_TESTS)
    desk_header_library(doctest HEADER doctest/doctest.h INCLUDE . # 2.4.11
        REPOSITORY https://github.com/doctest/doctest.git COMMIT ae7a13539fb71f270b87eb2e874fbac80bc8dda2)
    target_compile_definitions(desk_doctest INTERFACE DOCTEST_CONFIG_COLORS_NONE
        $<$<BOOL:${EMSCRIPTEN}>:DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS>)
endif()
