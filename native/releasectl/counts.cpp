#include "native/releasectl/counts.hpp"

#include <nlohmann/json.hpp>

namespace desk::native {

void Counts::add(const Absorbed& one) {
    sum.added += one.added;
    sum.known += one.known;
    sum.forked += one.forked;
    sum.unknown += one.unknown;
}

Json Counts::json(const Release& release) const {
    return {{"release", release.id()}, {"new", sum.added},    {"known", sum.known},        {"conflicts", conflicts},
            {"unknown", sum.unknown},  {"forks", sum.forked}, {"digest", release.digest()}};
}

std::string Counts::text() const {
    std::string line = std::to_string(sum.added) + " new, " + std::to_string(sum.known) + " known, " +
                       std::to_string(conflicts) + (conflicts == 1 ? " conflict, " : " conflicts, ") +
                       std::to_string(sum.unknown) + " unknown";
    if (sum.forked > 0) line += ", " + std::to_string(sum.forked) + (sum.forked == 1 ? " fork" : " forks");
    return line;
}

} // namespace desk::native
