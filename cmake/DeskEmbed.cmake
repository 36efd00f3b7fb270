# desk_embed(TARGET SYMBOL FILE): compiles FILE into TARGET as
#     namespace desk::embedded { extern const std::string_view SYMBOL; }
# declared in the generated header "embedded/SYMBOL.hpp", which only TARGET sees.

function(desk_embed target symbol file)
    get_filename_component(source "${file}" ABSOLUTE)
    set(folder "${CMAKE_CURRENT_BINARY_DIR}/embedded-${target}")
    set(outputs "${folder}/embedded/${symbol}.hpp" "${folder}/embedded/${symbol}.cpp")
    add_custom_command(OUTPUT ${outputs}
        COMMAND "${CMAKE_COMMAND}" -DSYMBOL=${symbol} -DSOURCE=${source} -DFOLDER=${folder}/embedded
                -P "${PROJECT_SOURCE_DIR}/cmake/embed-file.cmake"
        DEPENDS "${source}" "${PROJECT_SOURCE_DIR}/cmake/embed-file.cmake"
        COMMENT "Embedding ${symbol}" VERBATIM)
    target_sources(${target} PRIVATE ${outputs})
    target_include_directories(${target} PRIVATE "${folder}")
endfunction()
