"""Times the two passes of the article's network in PyTorch eager float32: 128 x 128, then 512 x 512.

    python3 pytorch_eager.py [base channels] [channels of stage 1] [channels of stage 2] [rounds]

Prints the median milliseconds of each pass, one a line. Needs Debian's python3-torch; used by the speed benchmark when it is there.
"""
import statistics
import sys
import time

import torch
from torch import nn


class UNet(nn.Module):
    """The layers of design.md section 3, in the plain way: convolution, batch normalisation, ReLU."""

    def __init__(self, channels, base):
        super().__init__()
        b = base

        def same(i, o):
            return nn.Sequential(nn.Conv2d(i, o, 3, 1, 1), nn.BatchNorm2d(o), nn.ReLU(inplace=True))

        def halve(i, o):
            return nn.Sequential(nn.Conv2d(i, o, 4, 2, 1), nn.BatchNorm2d(o), nn.ReLU(inplace=True))

        def double(i, o):
            return nn.Sequential(nn.ConvTranspose2d(i, o, 4, 2, 1), nn.BatchNorm2d(o), nn.ReLU(inplace=True))

        self.e0 = same(channels, b)
        self.e2 = nn.Sequential(halve(b, 2 * b), same(2 * b, 2 * b))
        self.e4 = nn.Sequential(halve(2 * b, 4 * b), same(4 * b, 4 * b))
        self.e6 = nn.Sequential(halve(4 * b, 8 * b), same(8 * b, 8 * b))
        self.e7 = halve(8 * b, 16 * b)
        self.e8 = same(16 * b, 16 * b)
        self.d7 = nn.Sequential(double(32 * b, 16 * b), same(16 * b, 8 * b))
        self.d5 = nn.Sequential(double(16 * b, 8 * b), same(8 * b, 4 * b))
        self.d3 = nn.Sequential(double(8 * b, 4 * b), same(4 * b, 2 * b))
        self.d1 = nn.Sequential(double(4 * b, 2 * b), same(2 * b, b))
        self.d0 = nn.Conv2d(2 * b, 3, 3, 1, 1)

    def forward(self, x):
        e0 = self.e0(x)
        e2 = self.e2(e0)
        e4 = self.e4(e2)
        e6 = self.e6(e4)
        e7 = self.e7(e6)
        e8 = self.e8(e7)
        d7 = self.d7(torch.cat([e7, e8], 1))
        d5 = self.d5(torch.cat([e6, d7], 1))
        d3 = self.d3(torch.cat([e4, d5], 1))
        d1 = self.d1(torch.cat([e2, d3], 1))
        return self.d0(torch.cat([e0, d1], 1))


def median_milliseconds(channels, base, side, rounds):
    network = UNet(channels, base).eval()
    x = torch.rand(1, channels, side, side)
    times = []
    with torch.no_grad():
        for i in range(rounds + 1):
            start = time.perf_counter()
            network(x)
            if i > 0:
                times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


if __name__ == "__main__":
    base, first, second, rounds = (int(a) for a in (sys.argv[1:] + ["32", "9", "12", "5"][len(sys.argv) - 1:]))
    torch.set_num_threads(int(__import__("os").cpu_count()))
    print(median_milliseconds(first, base, 128, rounds))
    print(median_milliseconds(second, base, 512, rounds))
