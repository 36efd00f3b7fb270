# Run as a test: a file that includes OWN compiles with the include path INCLUDES; with any of FORBIDDEN it must not,
# because the header is out of reach. Then no source of the layer goes around the include path.

function(compile header result output)
    file(WRITE "${WORK}/probe.cpp" "#include \"${header}\"\n")
    set(flags "")
    foreach(folder IN LISTS INCLUDES)
        list(APPEND flags "-I${folder}")
    endforeach()
    execute_process(COMMAND "${COMPILER}" -std=c++20 -fsyntax-only ${flags} "${WORK}/probe.cpp"
        RESULT_VARIABLE status ERROR_VARIABLE said)
    set(${result} "${status}" PARENT_SCOPE)
    set(${output} "${said}" PARENT_SCOPE)
endfunction()

compile("${OWN}" status said)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "The layer cannot include its own ${OWN}:\n${said}")
endif()
foreach(header IN LISTS FORBIDDEN)
    compile("${header}" status said)
    if(status EQUAL 0 OR NOT said MATCHES "file not found|No such file")
        message(FATAL_ERROR "${header} must be out of this layer's reach, and is not:\n${said}")
    endif()
endforeach()

set(around "#[ \t]*include[ \t]*[<\"](\\.\\.|emscripten|GLFW/|sqlite3|CLI/)")
file(GLOB_RECURSE files "${SOURCES}/*.hpp" "${SOURCES}/*.cpp")
foreach(file IN LISTS files)
    file(STRINGS "${file}" found REGEX "${around}")
    if(found)
        message(FATAL_ERROR "${file} reaches around its layer: ${found}")
    endif()
endforeach()
