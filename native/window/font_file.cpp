#include "native/window/font_file.hpp"

#include "native/files/descriptor.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <string_view>
#include <utility>

namespace desk::native {

namespace {

// Reads big-endian numbers; anything outside of the file reads as "not there".
struct Reader {
    const unsigned char* data;
    std::size_t size;

    std::optional<std::uint32_t> u16(std::size_t at) const {
        if (at + 2 > size) return std::nullopt;
        return std::uint32_t(data[at]) << 8 | data[at + 1];
    }
    std::optional<std::uint32_t> u32(std::size_t at) const {
        const auto high = u16(at), low = u16(at + 2);
        if (!high || !low) return std::nullopt;
        return *high << 16 | *low;
    }
    std::optional<std::int16_t> i16(std::size_t at) const {
        const auto value = u16(at);
        return value ? std::optional(static_cast<std::int16_t>(*value)) : std::nullopt;
    }
    std::string_view tag(std::size_t at) const {
        return at + 4 > size ? std::string_view() : std::string_view(reinterpret_cast<const char*>(data) + at, 4);
    }
};

std::optional<std::size_t> face_offset(const Reader& file, std::uint32_t face) {
    if (file.tag(0) != "ttcf") return face == 0 ? std::optional<std::size_t>(0) : std::nullopt;
    const auto count = file.u32(8);
    if (!count || face >= *count) return std::nullopt;
    return file.u32(12 + std::size_t(face) * 4);
}

// Where a table begins, if all of it lies within the file.
std::optional<std::size_t> table(const Reader& file, std::size_t face, std::string_view tag) {
    const auto count = file.u16(face + 4);
    for (std::uint32_t at = 0; count && at < *count; ++at) {
        const std::size_t record = face + 12 + std::size_t(at) * 16;
        if (file.tag(record) != tag) continue;
        const auto offset = file.u32(record + 8), length = file.u32(record + 12);
        if (!offset || !length || std::size_t(*offset) + *length > file.size) return std::nullopt;
        return *offset;
    }
    return std::nullopt;
}

} // namespace

std::optional<MappedFile> MappedFile::open(const std::string& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat about {};
    if (!file || ::fstat(file.get(), &about) != 0 || about.st_size <= 0) return std::nullopt;
    const auto size = static_cast<std::size_t>(about.st_size);
    void* data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
    if (data == MAP_FAILED) return std::nullopt;
    return MappedFile(static_cast<unsigned char*>(data), size);
}

MappedFile::MappedFile(MappedFile&& other) noexcept : data_(std::exchange(other.data_, nullptr)), size_(other.size_) {}

MappedFile::~MappedFile() {
    if (data_) ::munmap(data_, size_);
}

std::optional<FaceMetrics> face_metrics(const unsigned char* bytes, std::size_t size, std::uint32_t face) {
    const Reader reader{bytes, size};
    const auto start = face_offset(reader, face);
    if (!start) return std::nullopt;
    const bool outlines =
        (table(reader, *start, "glyf") && table(reader, *start, "loca")) || table(reader, *start, "CFF ");
    const auto head = table(reader, *start, "head"), hhea = table(reader, *start, "hhea");
    if (!outlines || !head || !hhea || !table(reader, *start, "cmap") || !table(reader, *start, "hmtx"))
        return std::nullopt;
    const auto em = reader.u16(*head + 18);
    const auto ascent = reader.i16(*hhea + 4), descent = reader.i16(*hhea + 6);
    if (!em || *em == 0 || !ascent || !descent) return std::nullopt;
    return FaceMetrics{static_cast<float>(*ascent) / static_cast<float>(*em),
                       static_cast<float>(*descent) / static_cast<float>(*em)};
}

} // namespace desk::native
