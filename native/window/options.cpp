#include "native/window/options.hpp"

#include <CLI/CLI.hpp>

#include <iostream>
#include <string>
#include <utility>
#include <vector>

namespace desk::native {

std::optional<Options> options_from(int argc, char** argv, int& status) {
    Options options;
    CLI::App app("OctoAcme Release Desk: runs a release by the OctoAcme guide. Needs no network.", "release-desk");
    app.set_version_flag("--version", "release-desk " DESK_VERSION);
    app.add_option("--data", options.data, "Keep releases in this folder instead of the user's own data folder")
        ->type_name("DIR");
    app.add_option(
           "--semantics", options.semantics,
           "For automation and assistive bridges: write the accessible tree to this file, or to an open descriptor "
           "(fd:3). One line of JSON whenever it changed and has come to rest: "
           "{\"focus\":id,\"notice\",\"nodes\":[{\"id\",\"parent\",\"role\","
           "\"name\",\"value\",\"description\",\"states\",\"box\":[x,y,width,height]}]}, boxes in the window's units")
        ->type_name("FILE");
    std::vector<std::string> arguments;
    app.add_option("FILE", arguments,
                   "Releases, workspaces or guides to open; or a link: the place to show, as '#/release/ID/checklist' "
                   "or as the page's address with it, or a share link");
    const auto refuse = [&](const std::string& why) {
        std::cerr << "release-desk: " << why << "\nLook at `release-desk --help`.\n";
        status = 2;
        return std::nullopt;
    };
    try {
        app.parse(argc, argv);
        auto wanted = wanted_by(arguments);
        if (!wanted) return refuse(wanted.error());
        options.wanted = std::move(*wanted);
        return options;
    } catch (const CLI::ParseError& problem) {
        if (problem.get_exit_code() != 0) return refuse(problem.what());
        status = app.exit(problem, std::cout, std::cerr);
        return std::nullopt;
    }
}

} // namespace desk::native
