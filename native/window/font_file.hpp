// A font file as the rasterizer reads it: mapped into memory, so that of a large one only the used pages are read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace desk::native {

class MappedFile {
public:
    static std::optional<MappedFile> open(const std::string& path);
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&&) = delete;
    ~MappedFile();

    const unsigned char* data() const { return data_; }
    std::size_t size() const { return size_; }

private:
    MappedFile(unsigned char* data, std::size_t size) : data_(data), size_(size) {}
    unsigned char* data_;
    std::size_t size_;
};

// Of one face of an OpenType file. Nothing if the face has no outlines that the rasterizer can draw, or tables that lie
// outside of the file (OpenType 1.9, "Organization of an OpenType Font").
struct FaceMetrics {
    float ascent = 0, descent = 0; // in parts of the em; descent is below zero
};
std::optional<FaceMetrics> face_metrics(const unsigned char* bytes, std::size_t size, std::uint32_t face);

} // namespace desk::native
