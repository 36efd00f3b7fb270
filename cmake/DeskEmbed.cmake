# desk_embed(TARGET SYMBOL FILE): compiles FILE into TARGET as
#     namespace desk::embedded { extern const std::string_view SYMBOL; }
# declared in the generated header "embedded/SYMBOL.hpp", which only TARGET sees. The target `desk_embedded` makes all such
# headers and compiles nothing, for tools that read sources.
add_custom_target(desk_embedded)

function(desk_embed target symbol file)
    get_filename_component(source "${file}" ABSOLUTE)
    set(folder "${CMAKE_CURRENT_BINARY_DIR}/embedded-${target}")
    set(outputs "${folder}/embedded/${symbol}.hpp" "${folder}/embedded/${symbol}.cpp")
    add_custom_command(OUTPUT ${outputs}
        COMMAND "${CMAKE_COMMAND}" -DSYMBOL=${symbol} -DSOURCE=${source} -DFOLDER=${folder}/embedded
                -P "${PROJECT_SOURCE_DIR}/cmake/embed-file.cmake"
        DEPENDS "${source}" "${PROJECT_SOURCE_DIR}/cmake/embed-file.cmake"
        COMMENT "Embedding ${symbol}" VERBATIM)
    add_custom_target("embed-${target}-${symbol}" DEPENDS ${outputs})
    add_dependencies(desk_embedded "embed-${target}-${symbol}")
    target_sources(${target} PRIVATE ${outputs})
    target_include_directories(${target} PRIVATE "${folder}")
endfunction()
