// The first frame of an animated WebP. OpenCV decodes still WebP only, and a frame is one but for its container:
//   RIFF <size> WEBP, then chunks of <four letters> <size> <data> <padding to even>:
//   VP8X: flags (2: animated), 3 reserved, width - 1 and height - 1 of the canvas in 24 bits each;
//   ANMF: x / 2, y / 2, width - 1, height - 1, duration in 24 bits each, flags; then the chunks of a still picture
// (WebP container specification, developers.google.com/speed/webp/docs/riff_container).
#include "animation.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <cstring>
#include <vector>

namespace
{
constexpr size_t riff_header = 12, chunk_header = 8, vp8x_length = 10, anmf_header = 16;
constexpr uchar animated_flag = 0x02, alpha_flag = 0x10;

uint32_t read_le(const uchar* data, int bytes)
{
    uint32_t value = 0;
    for (int i = 0; i < bytes; i++)
        value |= static_cast<uint32_t>(data[i]) << (8 * i);
    return value;
}

void append_le(std::vector<uchar>& bytes, uint32_t value, int count)
{
    for (int i = 0; i < count; i++)
        bytes.push_back(static_cast<uchar>(value >> (8 * i)));
}

bool is_named(const uchar* chunk, const char* name) { return std::memcmp(chunk, name, 4) == 0; }

// The first chunk of that name in [begin, end), whole; null if there is none.
const uchar* find_chunk(const uchar* begin, const uchar* end, const char* name)
{
    while (static_cast<size_t>(end - begin) >= chunk_header)
    {
        const size_t length = read_le(begin + 4, 4), available = static_cast<size_t>(end - begin) - chunk_header;
        if (length > available)
            return nullptr;
        if (is_named(begin, name))
            return begin;
        begin += chunk_header + std::min(available, length + (length & 1));
    }
    return nullptr;
}

// A still WebP file around the chunks of one frame.
std::vector<uchar> still_picture(const uchar* chunks, size_t length, uint32_t width, uint32_t height, bool alpha)
{
    std::vector<uchar> file = {'R', 'I', 'F', 'F'};
    append_le(file, static_cast<uint32_t>(4 + chunk_header + vp8x_length + length), 4);
    for (const char letter : {'W', 'E', 'B', 'P', 'V', 'P', '8', 'X'})
        file.push_back(static_cast<uchar>(letter));
    append_le(file, vp8x_length, 4);
    append_le(file, alpha ? alpha_flag : 0, 4);
    append_le(file, width - 1, 3);
    append_le(file, height - 1, 3);
    file.insert(file.end(), chunks, chunks + length);
    return file;
}
}

bool pdncv::is_animated_webp(const uchar* data, size_t length)
{
    return length >= riff_header + chunk_header + vp8x_length && is_named(data, "RIFF") && is_named(data + 8, "WEBP")
        && is_named(data + riff_header, "VP8X") && (data[riff_header + chunk_header] & animated_flag) != 0;
}

bool pdncv::decode_animated_webp(const uchar* data, size_t length, cv::Mat& picture)
{
    const uchar* canvas_size = data + riff_header + chunk_header + 4;
    const uint32_t canvas_width = read_le(canvas_size, 3) + 1, canvas_height = read_le(canvas_size + 3, 3) + 1;
    if (canvas_width > longest_side || canvas_height > longest_side || static_cast<int64_t>(canvas_width) * canvas_height > most_pixels)
        return false;

    const uchar* frame = find_chunk(data + riff_header, data + length, "ANMF");
    if (frame == nullptr || read_le(frame + 4, 4) < anmf_header)
        return false;
    const uchar* header = frame + chunk_header;
    const uchar* chunks = header + anmf_header;
    const size_t chunks_length = read_le(frame + 4, 4) - anmf_header;
    const uint32_t x = 2 * read_le(header, 3), y = 2 * read_le(header + 3, 3);
    const uint32_t width = read_le(header + 6, 3) + 1, height = read_le(header + 9, 3) + 1;
    if (x + width > canvas_width || y + height > canvas_height)
        return false;

    const bool alpha = find_chunk(chunks, chunks + chunks_length, "VP8 ") == nullptr
        || find_chunk(chunks, chunks + chunks_length, "ALPH") != nullptr;
    cv::Mat decoded = cv::imdecode(still_picture(chunks, chunks_length, width, height, alpha), cv::IMREAD_UNCHANGED);
    if (decoded.cols != static_cast<int>(width) || decoded.rows != static_cast<int>(height))
        return false;

    if (decoded.channels() == 3)
        cv::cvtColor(decoded, decoded, cv::COLOR_BGR2BGRA);
    cv::Mat canvas(static_cast<int>(canvas_height), static_cast<int>(canvas_width), CV_8UC4, cv::Scalar::all(0));
    decoded.copyTo(canvas(cv::Rect(static_cast<int>(x), static_cast<int>(y), decoded.cols, decoded.rows)));
    picture = canvas;
    return true;
}
