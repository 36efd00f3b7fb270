#include "ui/app/neighbours.hpp"

#include <algorithm>
#include <utility>

namespace desk::ui {

Neighbours::Neighbours(const Model& model) : model_(&model) {
    for (const auto& [id, release] : model.releases) {
        products_[release->state().product.text].releases.push_back(release.get());
        const auto& freezes = release->state().freezes;
        if (std::any_of(freezes.begin(), freezes.end(),
                        [&](const Freeze& freeze) { return freeze.everywhere && freeze.to_ms >= model.now_ms; }))
            freezing_all_.push_back(release.get());
    }
}

void Neighbours::prepare(const std::string& product, Product& of) const {
    of.around = {model_->now_ms, {}, model_->zones};
    for (const Release* release : of.releases) {
        of.places.emplace(release->id(), of.around.siblings.size());
        of.around.siblings.push_back(sibling_of(*release));
    }
    for (const Release* release : freezing_all_)
        if (release->state().product.text != product) of.around.siblings.push_back(sibling_of(*release));
    of.ready = true;
}

const Surroundings& Neighbours::around(const Release& release) {
    const std::string& product = release.state().product.text;
    Product& of = products_[product];
    if (!of.ready) prepare(product, of);
    auto& siblings = of.around.siblings;
    // It takes the last place itself while it is asked for.
    if (!of.own.id.empty()) siblings.push_back(std::exchange(of.own, {}));
    const auto place = of.places.find(release.id());
    if (place == of.places.end()) return of.around;
    if (const std::size_t last = siblings.size() - 1; place->second != last) {
        if (const auto other = of.places.find(siblings[last].id); other != of.places.end())
            other->second = place->second;
        std::swap(siblings[place->second], siblings[last]);
        place->second = last;
    }
    of.own = std::move(siblings.back());
    siblings.pop_back();
    return of.around;
}

} // namespace desk::ui
