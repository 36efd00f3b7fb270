// DORA's five measures: what counts, what does not, and what is said where there is too little.
#include "live.hpp"

#include "core/time/rfc3339.hpp"

using namespace desk;
using namespace desk::test;

TEST_CASE("6 incidents over 4 of 23 deployments are a change fail rate of 17.4 %, not 26.1 %") {
    std::vector<std::unique_ptr<Live>> all;
    std::vector<const Release*> releases;
    const int incidents[] = {2, 2, 1, 1};
    for (int i = 0; i < 23; ++i) {
        all.push_back(std::make_unique<Live>("rel_" + std::to_string(i)));
        for (int n = 0; i < 4 && n < incidents[i]; ++n) all.back()->incident("i" + std::to_string(n), hour);
        releases.push_back(all.back()->release());
    }
    const DoraMetrics metrics = only(releases);
    CHECK(metrics.deployments.size() == 23);
    CHECK(metrics.incidents() == 6);
    CHECK(metrics.failed() == 4);
    CHECK(metrics.fail_tenths() == 174);
    CHECK_FALSE(metrics.few());
}

TEST_CASE("products are never blended") {
    Live checkout("rel_a"), search("rel_b", "Search"), again("rel_c", "Search");
    search.incident("i1", hour);
    const auto all = dora_metrics({search.release(), checkout.release(), again.release()}, {}, start_ms + day);
    REQUIRE(all.size() == 2);
    CHECK(all[0].product == "Checkout");
    CHECK(all[0].deployments.size() == 1);
    CHECK(all[0].fail_tenths() == 0);
    CHECK(all[1].product == "Search");
    CHECK(all[1].fail_tenths() == 500);
}

TEST_CASE("too little data says so and is never 0") {
    Copy refused = Copy::created(); // RC-2 a go that is refused deploys nothing
    refused.to_deciding();
    refused.as("Ana").advance(Phase::preparing, "Not yet");
    const DoraMetrics none = only({&refused.release()});
    CHECK(none.deployments.empty());
    CHECK_FALSE(none.lead_ms());
    CHECK_FALSE(none.recovery_ms());
    CHECK_FALSE(none.between_ms());
    CHECK_FALSE(none.weekly_tenths());
    CHECK_FALSE(none.fail_tenths());
    CHECK_FALSE(none.rework_tenths());

    Live one("rel_a");
    const DoraMetrics single = only({one.release()});
    CHECK(single.few());
    CHECK_FALSE(single.weekly_tenths());
    CHECK_FALSE(single.lead_ms());
    CHECK(single.deployments[0].no_lead == "its oldest commit is not named");
    CHECK_FALSE(single.recovery_ms());
    CHECK(single.fail_tenths() == 0); // one deployment, none failed: that is known
}

TEST_CASE("a deployment counts once it is in production, or has failed on the way") {
    Copy copy = Copy::created();
    copy.to_deploying();
    const DoraMetrics under_way = only({&copy.release()});
    CHECK(under_way.deployments.empty());
    CHECK(under_way.under_way.size() == 1);

    copy.as("Chen").act(command::OpenIncident{"i1", 1, "Sign-in fails"});
    const DoraMetrics failed = only({&copy.release()});
    REQUIRE(failed.deployments.size() == 1);
    CHECK(failed.under_way.empty());
    CHECK(failed.fail_tenths() == 1000);
    CHECK(failed.deployments[0].no_lead == "never reached production");
    CHECK(failed.deployments[0].no_recovery == "not recovered yet: Sign-in fails");
    CHECK_FALSE(failed.recovery_ms());
}

TEST_CASE("lead time is from the oldest commit, which somebody names, to production; the median is shown") {
    Live a("rel_a"), b("rel_b"), c("rel_c"), d("rel_d");
    const auto name = [](Live& live, std::int64_t lead) {
        const std::int64_t at = live.live_ms() - lead;
        live.copy.act(command::SetField{"lead-time:start", rfc3339(at)});
        return lead + at % 1000; // whole seconds are named
    };
    const std::int64_t short_one = name(a, 2 * day);
    name(b, 9 * day);
    const DoraMetrics two = only({a.release(), b.release(), d.release()});
    CHECK(two.lead_ms() == (2 * day + 9 * day) / 2);
    CHECK(two.deployments[0].lead_ms == short_one);
    name(c, 3 * day);
    CHECK(only({a.release(), b.release(), c.release(), d.release()}).lead_ms() == 3 * day);

    CHECK(a.copy.refused(command::SetField{"lead-time:start", "yesterday"}) == std::vector<std::string>{"time"});
    CHECK(a.copy.refused(command::SetField{"lead-time:start", "2099-01-01T00:00:00Z"}) ==
          std::vector<std::string>{"time"});
    d.copy.act(command::SetField{"lead-time:start", rfc3339(d.copy.around.now_ms + minute)});
    CHECK(only({d.release()}).deployments[0].no_lead.find("clocks disagree") == 0);
    d.copy.act(command::SetField{"lead-time:start", ""});
    CHECK(only({d.release()}).deployments[0].no_lead == "its oldest commit is not named");
}

TEST_CASE("frequency counts deployments in the time asked for, else from the first one until now") {
    std::vector<std::unique_ptr<Live>> all;
    std::vector<const Release*> releases;
    for (int i = 0; i < 4; ++i) {
        all.push_back(std::make_unique<Live>("rel_" + std::to_string(i)));
        releases.push_back(all.back()->release());
    }
    const std::int64_t live = all[0]->live_ms();
    CHECK(only(releases, {}, live + 14 * day).weekly_tenths() == 20);
    CHECK(only(releases, {live - 28 * day, {}}, live + 28 * day).weekly_tenths() == 5);
    CHECK_FALSE(only(releases, {}, live + hour).weekly_tenths());
    CHECK(only(releases).between_ms() == 0);
    CHECK(only(releases, {live, live + 1}).deployments.size() == 4);
    CHECK(only(releases, {live + 1, {}}).deployments.empty());
    CHECK(only(releases, {{}, live}).deployments.empty());
}

TEST_CASE("RB-4 recovery is the time of harm: harm at the same time once, what lies between two incidents not at all") {
    Live apart("rel_a");
    apart.incident("i1", hour);
    apart.copy.around.now_ms += 10 * day;
    apart.incident("i2", 2 * hour);
    CHECK(only({apart.release()}).recovery_ms() == 3 * hour);

    Live same("rel_b");
    same.copy.act(command::OpenIncident{"i1", 3, "Slow"}).act(command::OpenIncident{"i2", 3, "Slower"});
    same.copy.around.now_ms += hour;
    same.copy.act(command::SetIncidentState{"i1", "mitigated"});
    CHECK_FALSE(only({same.release()}).recovery_ms());
    same.copy.act(command::SetIncidentState{"i2", "resolved"});
    CHECK(only({same.release()}).recovery_ms() == hour + 3 * minute);
    CHECK(only({apart.release(), same.release()}).recovery_ms() == (3 * hour + hour + 3 * minute) / 2);

    same.copy.act(command::SetIncidentStart{"i1", "2020-01-01T00:00:00Z"});
    CHECK(*only({same.release()}).recovery_ms() > 365 * day); // when it began counts, not when it was seen

    Live behind("rel_c"); // mitigated on a machine whose clock is slow
    behind.copy.act(command::OpenIncident{"i1", 3, "Slow"});
    behind.copy.around.now_ms -= day;
    behind.copy.act(command::SetIncidentState{"i1", "mitigated"});
    CHECK(only({behind.release()}).deployments[0].no_recovery.find("clocks disagree") == 0);
}

TEST_CASE("RB-3 a rollback that is verified ends the harm") {
    Live live("rel_a");
    live.copy.as("Chen").act(command::OpenIncident{"i1", 1, "Sign-in fails"});
    const std::int64_t opened = live.copy.around.now_ms;
    live.copy.as("Ana").advance(Phase::rolling_back);
    CHECK(only({live.release()}).deployments[0].no_recovery == "not recovered yet: Sign-in fails");
    live.copy.as("Chen").act(command::Sign{"execute-rollback", {}, true, {}, {}});
    live.copy.act(command::SetField{"rollback:verified", "4.1.3"});
    live.copy.as("Ana").advance(Phase::rolled_back);
    const std::int64_t rolled_back = live.copy.around.now_ms;
    live.copy.as("Chen").act(command::SetIncidentState{"i1", "resolved"});
    CHECK(only({live.release()}).recovery_ms() == rolled_back - opened);
    CHECK(only({live.release()}).fail_tenths() == 1000);
}

TEST_CASE("RT-1 rework is a Patch, by the guide a hotfix for a critical production issue") {
    Live minor("rel_a"), patch("rel_b", "Checkout", "patch"), other("rel_c");
    const DoraMetrics metrics = only({minor.release(), patch.release(), other.release()});
    CHECK(metrics.reworked() == 1);
    CHECK(metrics.rework_tenths() == 333);
}
