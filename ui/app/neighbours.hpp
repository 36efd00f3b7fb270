// What many releases must know of each other, one after the other: linear in their number, where asking the model
// around each (Model::around) looks at all of them every time.
#pragma once

#include "core/rules/gate.hpp"
#include "ui/app/model.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace desk::ui {

// Holds while no release of the model changes.
class Neighbours {
public:
    Neighbours() = default;
    explicit Neighbours(const Model&);

    // For the gates of the release: all others of its product, and those that freeze all products. What only advises,
    // windows of other products at the same time, is not in it. Until the next call.
    const Surroundings& around(const Release&);

private:
    struct Product {
        std::vector<const Release*> releases;
        Surroundings around; // of all of them, but for `own`
        std::unordered_map<std::string, std::size_t> places;
        Sibling own; // that of the release that was asked for last
        bool ready = false;
    };
    void prepare(const std::string& product, Product&) const;

    const Model* model_ = nullptr;
    std::map<std::string, Product> products_;
    std::vector<const Release*> freezing_all_;
};

} // namespace desk::ui
