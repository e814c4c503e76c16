// The first frame of a GIF, read line by line: never the whole animation, which may expand a thousandfold.
#include "animation.h"

#include <gif_lib.h>
#include <opencv2/imgproc.hpp>

#include <cstring>
#include <memory>
#include <vector>

namespace
{
struct Source
{
    const uchar* data;
    size_t length, position;
};

int read_bytes(GifFileType* gif, GifByteType* buffer, int count)
{
    auto* source = static_cast<Source*>(gif->UserData);
    const size_t available = std::min(source->length - source->position, static_cast<size_t>(count));
    std::memcpy(buffer, source->data + source->position, available);
    source->position += available;
    return static_cast<int>(available);
}

struct Close
{
    void operator()(GifFileType* gif) const { DGifCloseFile(gif, nullptr); }
};

bool size_is_sane(int width, int height)
{
    return width > 0 && height > 0 && width <= pdncv::longest_side && height <= pdncv::longest_side
        && static_cast<int64_t>(width) * height <= pdncv::most_pixels;
}

// Reads up to the first frame's pixels; false if there is no frame. transparent becomes its transparent index, or -1.
bool find_first_frame(GifFileType* gif, int& transparent)
{
    transparent = NO_TRANSPARENT_COLOR;
    for (;;)
    {
        GifRecordType record;
        if (DGifGetRecordType(gif, &record) == GIF_ERROR || record == TERMINATE_RECORD_TYPE)
            return false;
        if (record == IMAGE_DESC_RECORD_TYPE)
            return DGifGetImageHeader(gif) != GIF_ERROR;
        if (record != EXTENSION_RECORD_TYPE)
            continue;

        int code;
        GifByteType* block;
        if (DGifGetExtension(gif, &code, &block) == GIF_ERROR)
            return false;
        while (block != nullptr)
        {
            GraphicsControlBlock control;
            if (code == GRAPHICS_EXT_FUNC_CODE && DGifExtensionToGCB(block[0], block + 1, &control) != GIF_ERROR)
                transparent = control.TransparentColor;
            if (DGifGetExtensionNext(gif, &block) == GIF_ERROR)
                return false;
        }
    }
}

// The rows in the order of the data. An interlaced picture sends every 8th row from 0, every 8th from 4, every 4th from 2, every 2nd from 1.
std::vector<int> row_order(int height, bool interlaced)
{
    std::vector<int> rows;
    static constexpr int starts[] = {0, 4, 2, 1}, strides[] = {8, 8, 4, 2};
    for (int pass = 0; pass < (interlaced ? 4 : 1); pass++)
        for (int row = interlaced ? starts[pass] : 0; row < height; row += interlaced ? strides[pass] : 1)
            rows.push_back(row);
    return rows;
}

cv::Vec4b opaque(GifColorType color) { return {color.Blue, color.Green, color.Red, 255}; }

// The screen before the first frame: the background colour, but transparent, as newer OpenCV has it.
cv::Scalar background(const GifFileType* gif)
{
    if (gif->SColorMap == nullptr || gif->SBackGroundColor >= gif->SColorMap->ColorCount)
        return cv::Scalar::all(0);
    const GifColorType color = gif->SColorMap->Colors[gif->SBackGroundColor];
    return cv::Scalar(color.Blue, color.Green, color.Red, 0);
}
}

bool pdncv::is_gif(const uchar* data, size_t length)
{
    return length >= 6 && (std::memcmp(data, "GIF87a", 6) == 0 || std::memcmp(data, "GIF89a", 6) == 0);
}

bool pdncv::decode_gif(const uchar* data, size_t length, cv::Mat& picture)
{
    Source source{data, length, 0};
    int error = 0;
    const std::unique_ptr<GifFileType, Close> gif(DGifOpen(&source, read_bytes, &error));
    int transparent;
    if (gif == nullptr || !size_is_sane(gif->SWidth, gif->SHeight) || !find_first_frame(gif.get(), transparent))
        return false;

    const GifImageDesc& frame = gif->Image;
    const ColorMapObject* palette = frame.ColorMap != nullptr ? frame.ColorMap : gif->SColorMap;
    const bool fits = frame.Left >= 0 && frame.Top >= 0 && frame.Width > 0 && frame.Height > 0
        && frame.Left + frame.Width <= gif->SWidth && frame.Top + frame.Height <= gif->SHeight;
    if (palette == nullptr || !fits)
        return false;

    cv::Mat screen(gif->SHeight, gif->SWidth, CV_8UC4, background(gif.get()));
    std::vector<GifPixelType> line(static_cast<size_t>(frame.Width));
    for (const int row : row_order(frame.Height, frame.Interlace))
    {
        if (DGifGetLine(gif.get(), line.data(), frame.Width) == GIF_ERROR)
            return false;
        auto* pixels = screen.ptr<cv::Vec4b>(frame.Top + row) + frame.Left;
        for (int column = 0; column < frame.Width; column++)
        {
            const int index = line[static_cast<size_t>(column)];
            if (index == transparent)
                continue;
            if (index >= palette->ColorCount)
                return false;
            pixels[column] = opaque(palette->Colors[index]);
        }
    }

    if (transparent == NO_TRANSPARENT_COLOR)
        cv::cvtColor(screen, picture, cv::COLOR_BGRA2BGR);
    else
        picture = screen;
    return true;
}
