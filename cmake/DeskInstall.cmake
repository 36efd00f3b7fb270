# What belongs to the programs on a machine (Filesystem Hierarchy, XDG desktop entries, shared MIME types, icon themes),
# and the Debian package of it:
#   cmake --preset release && cmake --build --preset release && cpack --config build/release/CPackConfig.cmake
# Caches of desktop entries, MIME types, icons and manuals need no script of the package: Debian's own packages for them
# watch those folders (deb-triggers(5)).
include(GNUInstallDirs)
set(data "${CMAKE_INSTALL_DATADIR}")

# desk_install_packed(FILE FOLDER): installs it compressed, to the same bytes each time: manuals and the changelog of the
# package have to be (Debian Policy 12.1 and 12.7).
find_program(DESK_GZIP gzip REQUIRED)
function(desk_install_packed file folder)
    get_filename_component(name "${file}" NAME)
    set(packed "${PROJECT_BINARY_DIR}/packed/${name}.gz")
    add_custom_command(
        OUTPUT "${packed}"
        COMMAND "${CMAKE_COMMAND}" -E make_directory "${PROJECT_BINARY_DIR}/packed"
        COMMAND "${DESK_GZIP}" -9nc "${file}" > "${packed}"
        DEPENDS "${file}"
        COMMENT "Compressing ${name}"
        VERBATIM)
    add_custom_target("packed-${name}" ALL DEPENDS "${packed}")
    install(FILES "${packed}" DESTINATION "${folder}")
endfunction()

desk_install_packed("${PROJECT_BINARY_DIR}/native/releasectl-texts/releasectl.1" "${CMAKE_INSTALL_MANDIR}/man1")
add_dependencies(packed-releasectl.1 releasectl_texts)

set(documents "${data}/doc/${PROJECT_NAME}")
set(DESK_CONTACT "OctoAcme Release Management <release-desk@octoacme.example>")
string(TIMESTAMP DESK_PACKAGED "%a, %d %b %Y %H:%M:%S +0000" UTC) # or SOURCE_DATE_EPOCH
configure_file(native/desktop/changelog.in changelog @ONLY)
desk_install_packed("${PROJECT_BINARY_DIR}/changelog" "${documents}")
install(FILES README.md CHANGELOG.md native/desktop/copyright DESTINATION "${documents}")
install(DIRECTORY docs/ DESTINATION "${documents}/docs")
install(FILES core/schema/guide.schema.json core/schema/release.schema.json core/schema/status.schema.json
    core/schema/workspace.schema.json DESTINATION "${data}/${PROJECT_NAME}/schema")

if(DESK_WINDOW)
    set(id org.octoacme.ReleaseDesk)
    set(desktop "${PROJECT_SOURCE_DIR}/native/desktop")
    set(manual "${PROJECT_BINARY_DIR}/release-desk.1")
    configure_file("${desktop}/release-desk.1.in" "${manual}" @ONLY)
    install(TARGETS release-desk RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
    desk_install_packed("${manual}" "${CMAKE_INSTALL_MANDIR}/man1")
    install(FILES "${desktop}/${id}.desktop" DESTINATION "${data}/applications")
    install(FILES "${desktop}/${id}.metainfo.xml" DESTINATION "${data}/metainfo")
    install(FILES "${desktop}/${id}.mime.xml" DESTINATION "${data}/mime/packages" RENAME "${id}.xml")
    install(FILES web/icon.svg DESTINATION "${data}/icons/hicolor/scalable/apps" RENAME "${id}.svg")
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME "${PROJECT_NAME}")
set(CPACK_PACKAGE_VENDOR OctoAcme)
set(CPACK_PACKAGE_CONTACT "${DESK_CONTACT}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "run releases by the OctoAcme Release & Deployment Guide")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
    "Requirements, the deployment checklist, the go/no-go decision, production
and monitoring of every release, in a window (release-desk) and on the
command line (releasectl), without a server. A release is a file: copies
that several people changed merge without losing a tick or hiding a
disagreement.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS tzdata)
if(DESK_WINDOW)
    set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-dejavu-core, zenity | kdialog")
    set(CPACK_DEBIAN_PACKAGE_SUGGESTS "fonts-noto-cjk, fonts-noto-color-emoji")
endif()
include(CPack)
