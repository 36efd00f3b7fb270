#include "failing_disk.hpp"

#include <sqlite3.h>

#include <map>

namespace desk::contract {

namespace {

// The file layer is made of C structures without a place for context.
bool full = false;
sqlite3_vfs layer;
std::map<const sqlite3_io_methods*, sqlite3_io_methods> wrapped; // a database and its WAL have different ones
int (*real_write)(sqlite3_file*, const void*, int, sqlite3_int64) = nullptr;
int (*real_open)(sqlite3_vfs*, const char*, sqlite3_file*, int, int*) = nullptr;

int write_or_fail(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
    return full ? SQLITE_FULL : real_write(file, bytes, size, offset);
}

int open_and_wrap(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* flags_out) {
    const int result = real_open(vfs, path, file, flags, flags_out);
    if (result != SQLITE_OK || !file->pMethods) return result;
    auto& methods = wrapped[file->pMethods];
    methods = *file->pMethods;
    real_write = methods.xWrite;
    methods.xWrite = write_or_fail;
    file->pMethods = &methods;
    return result;
}

} // namespace

void install_failing_disk() {
    if (real_open) return;
    layer = *sqlite3_vfs_find(nullptr);
    real_open = layer.xOpen;
    layer.zName = "failing-disk";
    layer.xOpen = open_and_wrap;
    sqlite3_vfs_register(&layer, 1);
}

void disk_is_full(bool is_full) { full = is_full; }

} // namespace desk::contract
