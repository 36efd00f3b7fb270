# The folder of static files that a web server serves: ${CMAKE_BINARY_DIR}/site.
#
# desk_site(TARGET FILES a b ... [PAGE shell.html]): the program TARGET is linked into the site; FILES are copied beside
# it under their names relative to the calling folder, PAGE as index.html. What is filled into them, and what is stored
# compressed, says scripts/lib/site_files.mjs. SCHEMAS are copied into its folder `schema`; ICON is copied, and drawn as PNG
# into its folder `icons`. The target `site` does it, and is part of a plain build.
#
# SINGLE names the module that starts the same program in a page of one file, published as release-desk.html: PAGE with
# all modules, STYLE, INLINE (the scripts of PAGE that are no modules), ICON and the program in it (scripts/single.mjs).
# It takes esbuild.
#
# SCRIPT names the module that the page starts. Where esbuild is installed it and the modules that it imports (those of
# MODULES) become one small file; without it they are served as they are, which works the same and loads 12 KB more.
#
# Where wasm-opt and wasm-split are on the PATH (they come with Emscripten) the program is divided at its doors
# (scripts/split.mjs): NAME.wasm draws the first picture, NAME.rest.wasm follows. Without them it is one file that does the
# same, and is there a little later.
find_program(DESK_ESBUILD esbuild NO_CMAKE_FIND_ROOT_PATH)
find_program(DESK_WASM_OPT wasm-opt NO_CMAKE_FIND_ROOT_PATH)
find_program(DESK_WASM_SPLIT wasm-split NO_CMAKE_FIND_ROOT_PATH)
find_program(DESK_NODE NAMES node nodejs REQUIRED NO_CMAKE_FIND_ROOT_PATH)

function(desk_site target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "PAGE;SCRIPT;SINGLE;STYLE;ICON" "FILES;INLINE;MODULES;SCHEMAS")
    set(site "${CMAKE_BINARY_DIR}/site")
    set(linked "${CMAKE_CURRENT_BINARY_DIR}/linked")
    set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${linked}")
    set(inputs "")
    set(named "")
    set(beside "")
    set(parts "")
    set(program "$<TARGET_FILE:${target}>")
    set(wasm "${linked}/$<TARGET_FILE_BASE_NAME:${target}>.wasm")
    if(DESK_WASM_OPT AND DESK_WASM_SPLIT)
        target_link_options(${target} PRIVATE --profiling-funcs) # names, by which it is divided
        set(divided "${CMAKE_CURRENT_BINARY_DIR}/divided")
        set(name "$<TARGET_FILE_BASE_NAME:${target}>")
        set(rest "${divided}/${name}.rest.wasm")
        add_custom_command(OUTPUT "${divided}/${target}.stamp"
            COMMAND "${CMAKE_COMMAND}" -E make_directory "${divided}"
            COMMAND "${DESK_NODE}" "${PROJECT_SOURCE_DIR}/scripts/split.mjs" "${wasm}" "${divided}/${name}.wasm" "${rest}"
                    "${DESK_WASM_OPT}" "${DESK_WASM_SPLIT}"
            COMMAND "${CMAKE_COMMAND}" -E touch "${divided}/${target}.stamp"
            DEPENDS ${target} "${PROJECT_SOURCE_DIR}/scripts/split.mjs" "${PROJECT_SOURCE_DIR}/scripts/lib/wasm_file.mjs"
            VERBATIM)
        list(APPEND named "${name}.rest.wasm=${rest}")
        list(APPEND parts "${rest}")
        list(APPEND inputs "${divided}/${target}.stamp")
        set(wasm "${divided}/${name}.wasm")
    endif()
    if(DESK_ESBUILD)
        set(small "${CMAKE_CURRENT_BINARY_DIR}/small")
        set(program "${small}/$<TARGET_FILE_NAME:${target}>")
        list(TRANSFORM arg_MODULES PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/" OUTPUT_VARIABLE modules)
        add_custom_command(OUTPUT "${small}/${arg_SCRIPT}"
            COMMAND "${DESK_ESBUILD}" "${arg_SCRIPT}" --bundle --minify --format=esm --target=es2020 --log-level=warning
                    "--external:./$<TARGET_FILE_NAME:${target}>" --external:./rescue.js "--outfile=${small}/${arg_SCRIPT}"
            WORKING_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" DEPENDS "${arg_SCRIPT}" ${modules} VERBATIM)
        add_custom_command(OUTPUT "${small}/${target}.stamp"
            COMMAND "${DESK_ESBUILD}" "$<TARGET_FILE:${target}>" --minify --format=esm --log-level=warning "--outfile=${program}"
            COMMAND "${CMAKE_COMMAND}" -E touch "${small}/${target}.stamp"
            DEPENDS ${target} VERBATIM)
        list(APPEND inputs "${small}/${arg_SCRIPT}" "${small}/${target}.stamp")
        list(APPEND named "${arg_SCRIPT}=${small}/${arg_SCRIPT}")
    else()
        list(APPEND arg_FILES "${arg_SCRIPT}" ${arg_MODULES})
    endif()
    list(APPEND arg_FILES "${arg_STYLE}" ${arg_INLINE} "${arg_ICON}")
    foreach(file IN LISTS arg_FILES)
        get_filename_component(path "${file}" ABSOLUTE)
        list(APPEND inputs "${path}")
        list(APPEND named "${file}=${path}")
    endforeach()
    foreach(file IN LISTS arg_SCHEMAS)
        get_filename_component(path "${file}" ABSOLUTE)
        get_filename_component(name "${file}" NAME)
        list(APPEND inputs "${path}")
        list(APPEND named "schema/${name}=${path}")
    endforeach()
    set(icons "${CMAKE_CURRENT_BINARY_DIR}/icons")
    list(TRANSFORM arg_ICON PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/" OUTPUT_VARIABLE icon)
    add_custom_command(OUTPUT "${icons}/192.png" "${icons}/512.png" "${icons}/maskable-512.png"
        COMMAND "${DESK_NODE}" "${PROJECT_SOURCE_DIR}/scripts/icons.mjs" "${icon}" "${icons}"
        DEPENDS "${icon}" "${PROJECT_SOURCE_DIR}/scripts/icons.mjs" VERBATIM)
    foreach(name 192.png 512.png maskable-512.png)
        list(APPEND inputs "${icons}/${name}")
        list(APPEND named "icons/${name}=${icons}/${name}")
    endforeach()
    get_filename_component(page "${arg_PAGE}" ABSOLUTE)
    if(DESK_ESBUILD)
        set(script "${small}/${arg_SINGLE}")
        set(single "${small}/${target}.html")
        list(TRANSFORM arg_STYLE PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/" OUTPUT_VARIABLE style)
        list(TRANSFORM arg_INLINE PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/" OUTPUT_VARIABLE inline)
        add_custom_command(OUTPUT "${single}"
            COMMAND "${DESK_ESBUILD}" "${arg_SINGLE}" --bundle --minify --format=esm --target=es2020 --log-level=warning
                    "--alias:${target}=$<TARGET_FILE:${target}>" "--outfile=${script}"
            COMMAND "${DESK_NODE}" "${PROJECT_SOURCE_DIR}/scripts/single.mjs" "${single}" "${page}" "${style}" "${script}"
                    "${icon}" ${inline} "${wasm}" ${parts}
            WORKING_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}"
            DEPENDS ${target} ${inputs} "${page}" "${CMAKE_CURRENT_SOURCE_DIR}/${arg_SINGLE}" "${PROJECT_SOURCE_DIR}/scripts/single.mjs"
            VERBATIM)
        list(APPEND inputs "${single}")
        set(beside --beside "${target}.html=${single}")
    endif()
    set(stamp "${CMAKE_CURRENT_BINARY_DIR}/site.stamp")
    set(script "${PROJECT_SOURCE_DIR}/scripts/site.mjs")
    add_custom_command(OUTPUT "${stamp}"
        COMMAND "${DESK_NODE}" "${script}" "${site}" "index.html=${page}" "${program}" "${wasm}" ${named} ${beside}
        COMMAND "${CMAKE_COMMAND}" -E touch "${stamp}"
        DEPENDS ${target} "${page}" ${inputs} "${script}" "${PROJECT_SOURCE_DIR}/scripts/lib/site_files.mjs"
                "${PROJECT_SOURCE_DIR}/scripts/serve.mjs"
        COMMENT "Assembling the site" VERBATIM COMMAND_EXPAND_LISTS)
    add_custom_target(site ALL DEPENDS "${stamp}")
endfunction()
