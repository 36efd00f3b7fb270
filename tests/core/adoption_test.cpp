#include "desk_copy.hpp"

#include "core/file/release_file.hpp"
#include "core/history/history.hpp"
#include "core/rules/adoption.hpp"

#include <nlohmann/json.hpp>

using namespace desk;
using test::Copy;

namespace {

std::shared_ptr<const Guide> guide_from(const Json& json) {
    auto guide = parse_guide(json.dump());
    if (!guide) FAIL(guide.error());
    return std::make_shared<const Guide>(std::move(*guide));
}

// OctoAcme's guide, version 2: smoke tests are owned by QA and Developers, a legal review is new, backups are gone.
std::shared_ptr<const Guide> second_version() {
    Json json = Json::parse(octoacme_guide_text());
    json["version"] = "2";
    for (Json& item : json["requirements"])
        if (item["key"] == "smoke-tests-prepared") item["owners"] = {"qa", "developers"};
    json["requirements"].push_back(
        {{"key", "legal-review"}, {"text", "Legal review held"}, {"owners", {"product-manager"}}});
    auto& checklist = json["checklist"];
    checklist.erase(checklist.begin() + 1);
    return guide_from(json);
}

std::shared_ptr<const Guide> third_version() {
    Json json = Json::parse(octoacme_guide_text());
    json["version"] = "3";
    return guide_from(json);
}

Copy& adopt(Copy& copy, std::shared_ptr<const Guide> guide) {
    copy.know(guide);
    return copy.act(command::AdoptGuide{std::move(guide)});
}

const Item& requirement(const Copy& copy, const std::string& key) { return *copy.state().item(key); }

} // namespace

TEST_CASE("PU-1 a newer guide is adopted by the Release Manager, and what was ticked stays ticked") {
    Copy copy = Copy::created();
    copy.with_people().to_staging();
    const std::string chen = copy.holder("developers");
    REQUIRE(requirement(copy, "ci-and-security").status == ItemStatus::done);
    adopt(copy.as("Ana"), second_version());
    CHECK(copy.release().guide().version == "2");
    CHECK(requirement(copy, "ci-and-security").status == ItemStatus::done);
    CHECK(requirement(copy, "smoke-tests-prepared").status == ItemStatus::partial);
    CHECK(requirement(copy, "legal-review").status == ItemStatus::open);
    CHECK(copy.state().item("backup") == nullptr);
    CHECK(copy.gate_names(Phase::deciding, "requirements"));
    copy.as(chen).act(command::Sign{"smoke-tests-prepared", {}, true, {}, {}});
    CHECK(requirement(copy, "smoke-tests-prepared").status == ItemStatus::done);
}

TEST_CASE("the preview of an adoption tells the difference and what becomes of that which was ticked") {
    Copy copy = Copy::created();
    copy.with_people().to_staging();
    const Adoption adoption = adoption_of(copy.release(), *second_version());
    CHECK(adoption.changes.size() == 4); // the version, the owners, the review, the backup
    CHECK(adoption.kept == 9);
    REQUIRE(adoption.effects.size() == 3);
    CHECK(adoption.effects[0].title == "Smoke tests prepared");
    CHECK(adoption.effects[0].was == "met");
    CHECK(adoption.effects[0].is == "partly signed");
    CHECK(adoption.effects[1].was == "not asked for");
    CHECK(adoption.effects[2].is == "not asked for");
}

TEST_CASE("a go was for the guide that was voted under: adopting another makes the votes stale and says so") {
    Copy copy = Copy::created();
    copy.with_people().to_deciding().everybody_votes_go();
    CHECK(adoption_of(copy.release(), *third_version()).stale.size() == 6);
    adopt(copy.as("Ana"), third_version());
    for (const Vote& vote : copy.state().votes) {
        CHECK(vote.stale());
        CHECK(vote.changed == std::vector<std::string>{"guide"});
    }
    SUBCASE("taking the adoption back makes them count again") {
        copy.act(command::Undo{});
        CHECK(copy.release().guide().version == "1");
        for (const Vote& vote : copy.state().votes) CHECK(vote.counts_as_go());
    }
}

TEST_CASE("a guide is adopted by the Release Manager only, not twice, and not in production") {
    Copy copy = Copy::created();
    copy.with_people().to_deciding();
    const command::AdoptGuide same{copy.release().shared_guide()}, newer{second_version()};
    CHECK(copy.as("Ana").refused(same) == std::vector<std::string>{"guide"});
    CHECK(copy.as("Farah").refused(newer) == std::vector<std::string>{"who"});
    Copy live = Copy::created();
    live.with_people().to_deploying();
    CHECK(live.as("Ana").refused(newer) == std::vector<std::string>{"guide"});
}

TEST_CASE("two copies that adopt different guides disagree: the guide before them holds and no gate opens") {
    Copy ana = Copy::created();
    ana.with_people().to_preparing();
    Copy bruno = ana.fork("bruno");
    adopt(ana.as("Ana"), second_version());
    adopt(bruno.as("Ana"), third_version());
    ana.know(third_version());
    bruno.know(second_version());
    ana.merge(bruno);
    bruno.merge(ana);
    CHECK(ana.digest() == bruno.digest());
    for (const Copy* copy : {&ana, &bruno}) {
        CHECK(copy->release().guide().version == "1");
        CHECK(copy->state().guide_disputed);
        CHECK(copy->gate_names(Phase::staging, "conflict"));
        REQUIRE(copy->state().conflicts.size() == 1);
        CHECK(copy->state().conflicts[0].about == "guide");
    }
    const ConflictHead chosen = ana.state().conflicts[0].heads[1]; // the act replaces the state
    ana.act(command::Resolve{"guide", chosen.value, ""});
    CHECK_FALSE(ana.state().guide_disputed);
    CHECK(ana.release().guide().digest == chosen.value.text("guide"));
}

TEST_CASE("a release whose adopted guide is not here stays with the one before, and its gates are closed") {
    Copy ana = Copy::created();
    ana.with_people().to_preparing();
    Copy bruno = ana.fork("bruno");
    adopt(ana.as("Ana"), second_version());
    bruno.merge(ana);
    CHECK(bruno.release().guide().version == "1");
    CHECK(bruno.state().guide_missing == second_version()->digest);
    CHECK(bruno.gate_names(Phase::staging, "guide"));
    bruno.know(second_version());
    CHECK(bruno.release().guide().version == "2");
    CHECK(bruno.state().guide_missing.empty());
}

TEST_CASE("a file carries every guide that its release has followed, and reads back to the same bytes") {
    Copy copy = Copy::created();
    copy.with_people().to_preparing();
    adopt(copy.as("Ana"), second_version());
    adopt(copy, third_version());
    const std::string file = write_release_file(copy.release());
    const auto again = open_release_file(file);
    REQUIRE(again.has_value());
    CHECK(again->guides().size() == 3);
    CHECK(again->guide().version == "3");
    CHECK(again->digest() == copy.digest());
    CHECK(write_release_file(*again) == file);

    std::string without = file;
    const auto line = without.find("{\"guide\":\"" + third_version()->digest);
    without.erase(line, without.find('\n', line) + 1 - line);
    const auto broken = open_release_file(without);
    REQUIRE_FALSE(broken.has_value());
    CHECK(broken.error().text.find("is missing in the file") != std::string::npos);
}

TEST_CASE("the history names the guide that was adopted, and the past shows the guide of then") {
    Copy copy = Copy::created();
    copy.with_people().to_staging();
    const std::size_t before = copy.release().log().size();
    copy.as(copy.holder("infrastructure")).act(command::Sign{"backup", {}, true, {}, {}});
    adopt(copy.as("Ana"), second_version());
    const auto entries = history(copy.release(), {});
    CHECK(entries.back().words == "adopted OctoAcme guide, version 2");
    CHECK(entries[before].words == "signed: Backup or snapshot"); // of an item that the guide no longer has
    const Release past = as_of(copy.release(), before + 1);
    CHECK(past.guide().version == "1");
    CHECK(past.state().item("backup")->status == ItemStatus::done);
}
