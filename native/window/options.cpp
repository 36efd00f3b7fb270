#include "native/window/options.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

namespace desk::native {

std::optional<Options> options_from(int argc, char** argv, int& status) {
    Options options;
    CLI::App app("OctoAcme Release Desk: runs a release by the OctoAcme guide. Needs no network.", "release-desk");
    app.set_version_flag("--version", "release-desk " DESK_VERSION);
    app.add_option("--data", options.data, "Keep releases in this folder instead of the user's own data folder")
        ->type_name("DIR");
    app.add_option("--at", options.address,
                   "Open at this address, as \"Copy link\" gives it: '#/release/<id>/checklist/<item>'. What stands "
                   "before the # is left out")
        ->type_name("ADDRESS");
    app.add_option(
           "--semantics", options.semantics,
           "For automation and assistive bridges: write the accessible tree to this file, or to an open descriptor "
           "(fd:3). One line of JSON whenever it changed and has come to rest: "
           "{\"focus\":id,\"notice\",\"nodes\":[{\"id\",\"parent\",\"role\","
           "\"name\",\"value\",\"description\",\"states\",\"box\":[x,y,width,height]}]}, boxes in the window's units")
        ->type_name("FILE");
    app.add_option("FILE", options.files, "Releases to import");
    try {
        app.parse(argc, argv);
        return options;
    } catch (const CLI::ParseError& problem) {
        if (problem.get_exit_code() == 0) {
            status = app.exit(problem, std::cout, std::cerr);
        } else {
            std::cerr << "release-desk: " << problem.what() << "\nLook at `release-desk --help`.\n";
            status = 2;
        }
        return std::nullopt;
    }
}

} // namespace desk::native
