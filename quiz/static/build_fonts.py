"""Makes the fonts in site/fonts again: two are copied from npm packages, the one for formulas is a subset.

    mkdir work && cd work
    npm pack @fontsource-variable/inter@5.3.0 @fontsource-variable/jetbrains-mono@5.3.0
    python -m pip download --no-deps ziamath==0.13          # has STIX Two Math, which is under the SIL OFL 1.1
    python -m venv tools && tools/bin/pip install fonttools brotli
    tools/bin/python /path/to/quiz/static/build_fonts.py .

The site itself needs none of this.
"""

import io
import sys
import tarfile
import zipfile
from pathlib import Path

from fontTools import subset

FONTS = Path(__file__).parent / "site" / "fonts"
COPIED = {
    "fontsource-variable-inter-*.tgz": {
        "package/files/inter-latin-wght-normal.woff2": "inter.woff2",
        "package/files/inter-latin-ext-wght-normal.woff2": "inter-latin-ext.woff2",
        "package/files/inter-greek-wght-normal.woff2": "inter-greek.woff2",
        "package/LICENSE": "inter.LICENSE.txt",
    },
    "fontsource-variable-jetbrains-mono-*.tgz": {
        "package/files/jetbrains-mono-latin-wght-normal.woff2": "jetbrains-mono.woff2",
        "package/files/jetbrains-mono-greek-wght-normal.woff2": "jetbrains-mono-greek.woff2",
        "package/LICENSE": "jetbrains-mono.LICENSE.txt",
    },
}
MATH_CHARACTERS = (
    "U+20-7E,U+A0-FF,U+131,U+237,U+302-30C,U+332,U+338,U+391-3C9,U+3D1,U+3D5,U+3F0-3F5,U+2010-2064,U+20D6-20D7,"
    "U+2102-2138,U+2190-21D5,U+21A6,U+2200-22FF,U+2308-230B,U+239B-23AE,U+23B4-23B5,U+23DC-23DF,U+25A1,U+25B3,U+25CB,"
    "U+27E8-27E9,U+27F5-27FA,U+2A00-2A02,U+2A2F,U+2A7D-2A7E,U+2AAF-2AB0,"
    "U+1D400-1D467,U+1D468-1D49B,U+1D49C-1D503,U+1D504-1D51D,U+1D538-1D56B,U+1D5A0-1D5D3,U+1D6A4-1D755,U+1D7CE-1D7D7,U+FE00"
)


def copy_fonts(downloads: Path) -> None:
    for pattern, members in COPIED.items():
        (archive,) = downloads.glob(pattern)
        with tarfile.open(archive) as files:
            for member, name in members.items():
                found = files.extractfile(member)
                assert found is not None, member
                (FONTS / name).write_bytes(found.read())


def subset_math_font(downloads: Path) -> None:
    (wheel,) = downloads.glob("ziamath-*.whl")
    with zipfile.ZipFile(wheel) as files:
        ttf = io.BytesIO(files.read("ziamath/fonts/STIXTwoMath-Regular.ttf"))
    options = subset.Options(flavor="woff2", layout_features=["ssty", "ccmp"])
    options.hinting = False
    options.name_IDs = ["*"]
    font = subset.load_font(ttf, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(MATH_CHARACTERS))
    subsetter.subset(font)
    subset.save_font(font, FONTS / "stix-two-math.woff2", options)


if __name__ == "__main__":
    copy_fonts(Path(sys.argv[1]))
    subset_math_font(Path(sys.argv[1]))
