#include "contract.hpp"

#include "core/packs.hpp"

#include <algorithm>
#include <utility>

namespace desk::contract {

namespace {

const char* reason_name(StorageError::Reason reason) {
    switch (reason) {
    case StorageError::Reason::unavailable:
        return "unavailable";
    case StorageError::Reason::full:
        return "full";
    case StorageError::Reason::broken:
        return "broken";
    case StorageError::Reason::exists:
        return "exists";
    case StorageError::Reason::newer_version:
        return "newer_version";
    }
    return "?";
}

std::string told(const StorageError& error) { return std::string(reason_name(error.reason)) + ": " + error.text; }

bool is_sentence(const std::string& text) {
    return text.size() > 20 && text.back() == '.' && text.find('!') == std::string::npos &&
           text.find("error") == std::string::npos;
}

// One pack an op.
std::vector<Pack> split(const std::vector<Pack>& packs) {
    std::vector<Pack> ops;
    for (const Pack& pack : packs) {
        std::size_t begin = 0;
        for (std::uint32_t i = 0; i < pack.count; ++i) {
            const std::size_t end = pack.lines.find('\n', begin) + 1;
            ops.push_back({pack.release, pack.actor, pack.first_seq + i, 1, pack.lines.substr(begin, end - begin)});
            begin = end;
        }
    }
    std::sort(ops.begin(), ops.end(), pack_before);
    return ops;
}

} // namespace

Pack pack(std::string release, std::string actor, std::uint64_t first, std::uint32_t count, const std::string& word) {
    Pack result{std::move(release), std::move(actor), first, count, {}};
    for (std::uint64_t seq = first; seq < first + count; ++seq)
        result.lines += R"({"a":")" + result.actor + R"(","s":)" + std::to_string(seq) + R"(,"v":")" + word + "\"}\n";
    return result;
}

std::string damaged_lines(const Pack& pack) {
    std::string lines = pack.lines;
    lines[lines.size() / 2] = static_cast<char>(lines[lines.size() / 2] ^ 0x80); // no longer UTF-8 either
    return lines;
}

Run& Run::step(Step step) {
    steps_.push_back(std::move(step));
    return *this;
}

void Run::check(bool right, const std::string& what) {
    if (!right) wrong_.push_back("step " + what);
}

void Run::start(std::function<void(std::vector<std::string>)> finished) {
    finished_ = std::move(finished);
    next(0);
}

void Run::next(std::size_t place) {
    if (place == steps_.size() || !wrong_.empty()) {
        handles_[0].reset();
        handles_[1].reset();
        const auto finished = std::move(finished_);
        return finished(wrong_); // may destroy this run
    }
    steps_[place]([this, place] { next(place + 1); });
}

Storage* Run::storage(int handle) { return handles_[handle].get(); }

// Every answer is to come exactly once, and none after its store is gone.
template <typename T>
StorageAnswer<T> Run::once(std::string what, std::function<void(tl::expected<T, StorageError>)> then) {
    auto answers = std::make_shared<int>(0);
    return [this, what = std::move(what), then = std::move(then), answers](tl::expected<T, StorageError> answer) {
        check(++*answers == 1, what + ": answered " + std::to_string(*answers) + " times");
        if (*answers == 1) then(std::move(answer));
    };
}

Run& Run::open(int handle) {
    return step([this, handle](const Done& done) {
        workshop_.open([this, handle, done](Opened opened) {
            if (opened)
                handles_[handle] = std::move(*opened);
            else
                refusal_[handle] = std::move(opened.error());
            done();
        });
    });
}

Run& Run::close(int handle) {
    return step([this, handle](const Done& done) {
        handles_[handle].reset();
        done();
    });
}

Run& Run::append(std::vector<Pack> packs, int handle) {
    const std::string what = std::to_string(steps_.size()) + ", append";
    return step([this, handle, packs = std::move(packs), what](const Done& done) {
        storage(handle)->append(packs, once<Stored>(what, [this, what, done](auto answer) {
                                    check(answer.has_value(), what + (answer ? "" : ": " + told(answer.error())));
                                    done();
                                }));
    });
}

Run& Run::refuses(std::vector<Pack> packs, std::vector<Reason> reasons, int handle) {
    const std::string what = std::to_string(steps_.size()) + ", append that must be refused";
    return step([this, handle, packs = std::move(packs), reasons = std::move(reasons), what](const Done& done) {
        storage(handle)->append(
            packs, once<Stored>(what, [this, what, reasons, done](auto answer) {
                check(!answer, what + ": was answered with success");
                if (!answer) {
                    const bool expected =
                        std::find(reasons.begin(), reasons.end(), answer.error().reason) != reasons.end();
                    check(expected, what + ": " + told(answer.error()));
                    check(is_sentence(answer.error().text), what + ": no sentence for a user: " + answer.error().text);
                }
                done();
            }));
    });
}

Run& Run::guide(std::string digest, std::string text) {
    const std::string what = std::to_string(steps_.size()) + ", guide";
    return step([this, digest = std::move(digest), text = std::move(text), what](const Done& done) {
        storage(0)->put_guide(digest, text, once<Stored>(what, [this, what, done](auto answer) {
                                  check(answer.has_value(), what + (answer ? "" : ": " + told(answer.error())));
                                  done();
                              }));
    });
}

Run& Run::setting(std::string key, std::string value) {
    const std::string what = std::to_string(steps_.size()) + ", setting";
    return step([this, key = std::move(key), value = std::move(value), what](const Done& done) {
        storage(0)->put_setting(key, value, once<Stored>(what, [this, what, done](auto answer) {
                                    check(answer.has_value(), what + (answer ? "" : ": " + told(answer.error())));
                                    done();
                                }));
    });
}

Run& Run::consolidate(std::string release, int handle) {
    const std::string what = std::to_string(steps_.size()) + ", consolidate";
    return step([this, handle, release = std::move(release), what](const Done& done) {
        storage(handle)->consolidate(release, once<Stored>(what, [this, what, done](auto answer) {
                                         check(answer.has_value(), what + (answer ? "" : ": " + told(answer.error())));
                                         done();
                                     }));
    });
}

Run& Run::load(std::function<void(Run&, const StoreContents&)> look, int handle) {
    const std::string what = std::to_string(steps_.size()) + ", load";
    return step([this, handle, look = std::move(look), what](const Done& done) {
        if (!storage(handle)) {
            check(false, what + ": not opened: " + told(refusal_[handle]));
            return done();
        }
        storage(handle)->load(once<StoreContents>(what, [this, what, look, done](auto answer) {
            check(answer.has_value(), what + (answer ? "" : ": " + told(answer.error())));
            if (answer) look(*this, *answer);
            done();
        }));
    });
}

Run& Run::load_refused(Reason reason, int handle) {
    const std::string what = std::to_string(steps_.size()) + ", load that must be refused";
    return step([this, handle, reason, what](const Done& done) {
        const auto look = [this, reason, what, done](const StorageError& error) {
            check(error.reason == reason, what + ": " + told(error));
            check(is_sentence(error.text), what + ": no sentence for a user: " + error.text);
            done();
        };
        if (!storage(handle)) // some stores refuse already when they are opened
            return look(refusal_[handle]);
        storage(handle)->load(once<StoreContents>(what, [this, what, look, done](auto answer) {
            check(!answer, what + ": was answered with success");
            answer ? done() : look(answer.error());
        }));
    });
}

Run& Run::holds(std::vector<Pack> packs, int handle) {
    const std::string what = std::to_string(steps_.size()) + ", holds";
    return load(
        [packs = std::move(packs), what](Run& run, const StoreContents& contents) {
            run.check(std::is_sorted(contents.packs.begin(), contents.packs.end(), pack_before), what + ": the order");
            const auto expected = split(packs), found = split(contents.packs);
            run.check(found == expected, what + ": " + std::to_string(found.size()) + " ops and not these " +
                                             std::to_string(expected.size()));
        },
        handle);
}

Run& Run::packs_stored(std::function<bool(int)> right, std::string what) {
    return step([this, right = std::move(right), what = std::move(what)](const Done& done) {
        workshop_.count_packs([this, right, what, done](int count) {
            check(right(count), what + ": there are " + std::to_string(count) + " packs");
            done();
        });
    });
}

Run& Run::listen(int handle) {
    return step([this, handle](const Done& done) {
        storage(handle)->on_foreign_change([this, handle](std::string release) { heard_[handle].push_back(release); });
        done();
    });
}

Run& Run::hears(int handle, std::string release) {
    return step(
        [this, handle, release = std::move(release)](const Done& done) { listen_again(handle, release, 100, done); });
}

void Run::listen_again(int handle, const std::string& release, int tries, const Done& done) {
    const auto& heard = heard_[handle];
    if (std::find(heard.begin(), heard.end(), release) != heard.end()) return done();
    if (tries == 0) {
        check(false, "was not told of \"" + release + "\"");
        return done();
    }
    workshop_.hear_news(*storage(handle),
                        [this, handle, release, tries, done] { listen_again(handle, release, tries - 1, done); });
}

Run& Run::outside(std::function<void(Workshop&, Done)> act) {
    return step([this, act = std::move(act)](const Done& done) { act(workshop_, done); });
}

} // namespace desk::contract
