#include "core/release/items.hpp"

#include "core/release/heads.hpp"
#include "core/release/registers.hpp"

#include <algorithm>

namespace desk {

namespace {

SignOff derive_sign_off(const Log& log, const std::string& item, const std::string& role) {
    SignOff sign;
    sign.role = role;
    const Heads heads = heads_of(log, registers::sign_off(item, role));
    for (const Op* op : heads.ops) sign.said.push_back({op->by, op->wall_ms});
    sign.disputed = heads.disputed;
    sign.done = !heads.empty() && !heads.disputed && heads.first().value.text() == "done";
    return sign;
}

// Waived or not applicable, unless that is disputed: then the item stands as it is signed.
void derive_disposition(const Log& log, Item& item) {
    const Heads heads = heads_of(log, registers::disposition(item.name));
    if (heads.empty()) return;
    if (heads.disputed) {
        item.disputed = true;
        return;
    }
    const Value& value = heads.first().value;
    const std::string is = value.text("is");
    if (is != "waived" && is != "na") return;
    item.status = is == "waived" ? ItemStatus::waived : ItemStatus::not_applicable;
    item.reason = value.text("reason");
    item.approver = value.text("approver");
    item.expires = value.text("expires");
    item.disposed = heads.said();
}

Item derive_item(const Log& log, const ItemSpec& spec, std::string_view incident) {
    Item item;
    item.spec = &spec;
    item.name = incident.empty() ? spec.key : registers::step(spec.key, incident);
    std::size_t done = 0;
    for (const std::string& role : spec.owners) {
        item.sign_offs.push_back(derive_sign_off(log, item.name, role));
        if (item.sign_offs.back().done) ++done;
        if (item.sign_offs.back().disputed) item.disputed = true;
    }
    if (done == spec.owners.size())
        item.status = ItemStatus::done;
    else if (done > 0)
        item.status = ItemStatus::partial;
    derive_disposition(log, item);
    // A disputed answer is not done, whichever register the dispute is about.
    if (item.disputed && item.settled()) item.status = ItemStatus::open;

    const std::string prefix = registers::evidence(item.name, "");
    for (const std::string& about : log.registers(prefix))
        if (heads_of(log, about).member()) item.evidence.push_back(about.substr(prefix.size()));
    item.note = text_field(log, registers::note(item.name));
    return item;
}

} // namespace

std::vector<Item> derive_items(const Log& log, const std::vector<ItemSpec>& specs, std::string_view incident) {
    std::vector<Item> items;
    items.reserve(specs.size());
    for (const ItemSpec& spec : specs) items.push_back(derive_item(log, spec, incident));
    return items;
}

} // namespace desk
