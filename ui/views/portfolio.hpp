// All releases as the rows of a table, sorted by what needs attention first. Without drawing: what the rows say.
#pragma once

#include "core/release/phase.hpp"
#include "ui/app/model.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace desk::ui {

enum class Filter : std::uint8_t { all, needs_me, before_go, in_production, incident, conflicts };
inline constexpr int filter_count = 6;

struct PortfolioRow {
    std::string id;
    std::string product, version, type, name; // `type` is its name: "Minor"
    Phase phase = Phase::draft;               // with the clock taken into account
    int settled = 0, total = 0;               // requirements
    int missing = 0;                          // guards of the next step that fail
    int incidents = 0;                        // open ones
    int conflicts = 0;
    std::string window; // "Wed 25 Nov, 21:00", "Now, until 15:00", "Not set"
    bool window_set = false, window_disputed = false;
    std::string zone;  // of the window
    std::string owner; // the first Release Manager; may be empty
    bool needs_me = false;
    std::string spoken; // all that the row says, in the order of its columns

    int rank = 0; // the smaller, the sooner it needs somebody
    std::int64_t window_from_ms = 0;
    std::int64_t changed_ms = 0;
    bool follows_clock = false; // what it says may change without a change of the release

    bool in(Filter filter) const;
};

PortfolioRow portfolio_row(const Model&, const Release&, const Surroundings&);

// Keeps the rows from frame to frame, and makes anew only those of products in which something has changed.
class Portfolio {
public:
    void refresh(const Model&);

    const std::vector<const PortfolioRow*>& rows() const { return sorted_; }
    int count(Filter filter) const { return counts_[static_cast<std::size_t>(filter)]; }
    const std::vector<const PortfolioRow*>& disputed() const { return disputed_; } // those with conflicts
    int active() const { return active_; }
    // The next moment at which a row says something else though no release changes; 0: there is none.
    std::int64_t next_boundary_ms() const { return next_boundary_ms_; }
    const std::string& zone() const { return zone_; }  // of all windows, if they agree; else empty
    std::uint64_t edition() const { return edition_; } // goes up whenever the rows are others

private:
    struct Key {
        std::uint64_t revision = 0;
        std::int64_t minute = -1;
        std::int32_t offset = 0;
        std::string my_name;
        bool operator==(const Key&) const = default;
    };
    void find_boundary(const Model&);
    void sort();

    Key key_;
    std::int64_t day_ = -1;
    std::map<std::string, std::uint64_t> product_marks_; // a digest of the product's releases
    std::uint64_t freezes_mark_ = 0;                     // of the freezes that hold for all products
    std::map<std::string, PortfolioRow> rows_;           // by id
    std::vector<const PortfolioRow*> sorted_;
    std::vector<const PortfolioRow*> disputed_;
    std::array<int, filter_count> counts_{};
    std::int64_t next_boundary_ms_ = 0;
    int active_ = 0;
    std::string zone_;
    std::uint64_t edition_ = 0;
};

} // namespace desk::ui
