# Dear ImGui 1.92, compiled from source for both platforms: target `imgui`.
# Fetched by commit, or taken from FETCHCONTENT_SOURCE_DIR_IMGUI where that is set.
include(FetchContent)
FetchContent_Declare(imgui # v1.92.2b
    GIT_REPOSITORY https://github.com/ocornut/imgui.git
    GIT_TAG 45acd5e0e82f4c954432533ae9985ff0e1aad6d5)
FetchContent_MakeAvailable(imgui)

add_library(imgui STATIC
    "${imgui_SOURCE_DIR}/imgui.cpp"
    "${imgui_SOURCE_DIR}/imgui_draw.cpp"
    "${imgui_SOURCE_DIR}/imgui_widgets.cpp"
    "${imgui_SOURCE_DIR}/backends/imgui_impl_opengl3.cpp")
target_compile_features(imgui PUBLIC cxx_std_20)
target_include_directories(imgui SYSTEM PUBLIC "${imgui_SOURCE_DIR}")
target_compile_definitions(imgui PUBLIC
    IMGUI_USE_WCHAR32
    IMGUI_DISABLE_OBSOLETE_FUNCTIONS
    IMGUI_DISABLE_DEMO_WINDOWS
    IMGUI_DISABLE_DEBUG_TOOLS)

if(EMSCRIPTEN)
    target_sources(imgui PRIVATE "${PROJECT_SOURCE_DIR}/web/imgui_unused.cpp")
    target_compile_definitions(imgui PUBLIC
        IMGUI_DISABLE_DEFAULT_FONT
        IMGUI_ENABLE_FREETYPE
        IMGUI_DISABLE_FILE_FUNCTIONS
        IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS
        IMGUI_IMPL_OPENGL_ES3)
else()
    set(OpenGL_GL_PREFERENCE GLVND)
    find_package(OpenGL REQUIRED)
    find_package(glfw3 3.3 REQUIRED)
    target_sources(imgui PRIVATE
        "${imgui_SOURCE_DIR}/imgui_tables.cpp"
        "${imgui_SOURCE_DIR}/backends/imgui_impl_glfw.cpp")
    target_link_libraries(imgui PUBLIC glfw OpenGL::GL ${CMAKE_DL_LIBS})
endif()
