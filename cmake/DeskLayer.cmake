# Layers. Includes are written from the layer's parent ("core/log/op.hpp"), and a layer sees itself and those that it
# links, nothing else: each has a folder in the build that holds one link, to its own sources.

# desk_layer(TARGET LAYER): TARGET is compiled with our options and offers the headers of the folder LAYER.
function(desk_layer target layer)
    set(tree "${CMAKE_BINARY_DIR}/include/${layer}")
    file(MAKE_DIRECTORY "${tree}")
    file(CREATE_LINK "${PROJECT_SOURCE_DIR}/${layer}" "${tree}/${layer}" SYMBOLIC)
    target_include_directories(${target} PUBLIC "${tree}")
    target_link_libraries(${target} PRIVATE desk_options)
endfunction()
