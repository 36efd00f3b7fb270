#include "core/hash/sha256.hpp"

#include <doctest/doctest.h>

using namespace desk;

TEST_CASE("SHA-256 gives the digests of the standard's examples") {
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256_hex(std::string(1'000'000, 'a')) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("SHA-256 pads right at every length around a block's end") {
    // The digest of the digests of 0 to 130 times "x".
    std::string digests;
    for (std::size_t length = 0; length <= 130; ++length) digests += sha256_hex(std::string(length, 'x')) + "\n";
    CHECK(sha256_hex(digests) == "7880f77b654302a7082dd571fd4d0f44d583e661fa622b42404576e380865e8e");
    CHECK(short_digest("abc") == "ba7816bf8f01cfea");
}
