#include "ui/app/model.hpp"

namespace desk::ui {

Surroundings Model::around_product(const std::string& product) const {
    Surroundings around{now_ms, {}, zones};
    for (const auto& [id, release] : releases)
        if (release->state().product.text == product) around.siblings.push_back(sibling_of(*release));
    return around;
}

Surroundings Model::around(const Release& release) const {
    Surroundings around{now_ms, {}, zones};
    for (const auto& [id, other] : releases)
        if (id != release.id() &&
            (other->state().product.text == release.state().product.text || concerns_others(other->state(), now_ms)))
            around.siblings.push_back(sibling_of(*other));
    return around;
}

Route Model::place(Place place) const {
    if (route.release.empty() && route.place == place) return route;
    const auto found = left.find(place);
    return found == left.end() ? Route{place, {}, Section::overview} : found->second;
}

const Release* Model::release(const std::string& id) const {
    const auto found = releases.find(id);
    return found == releases.end() ? nullptr : found->second.get();
}

} // namespace desk::ui
