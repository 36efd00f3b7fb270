# Howard Hinnant's date library with its time zones, for the native build: target `desk::zones`. From the system where
# it has it, else fetched by commit. The zones themselves are the system's (/usr/share/zoneinfo), never downloaded.
find_package(date QUIET)
if(NOT TARGET date::date-tz)
    include(FetchContent)
    set(BUILD_TZ_LIB ON CACHE BOOL "" FORCE)
    set(USE_SYSTEM_TZ_DB ON CACHE BOOL "" FORCE)
    set(COMPILE_WITH_C_LOCALE ON CACHE BOOL "" FORCE)
    FetchContent_Declare(date SYSTEM # 3.0.1
        GIT_REPOSITORY https://github.com/HowardHinnant/date.git
        GIT_TAG 6e921e1b1d21e84a5c82416ba7ecd98e33a436d0)
    FetchContent_MakeAvailable(date)
endif()
add_library(desk_zones INTERFACE)
add_library(desk::zones ALIAS desk_zones)
target_link_libraries(desk_zones INTERFACE date::date-tz)
