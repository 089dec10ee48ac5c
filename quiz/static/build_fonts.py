"""Makes the fonts in site/fonts again: copied from npm packages, those of code and formulas split by how often needed.

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
from collections.abc import Callable
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent / "site" / "fonts"
COPIED = {
    "fontsource-variable-inter-*.tgz": {
        "package/files/inter-latin-wght-normal.woff2": "inter.woff2",
        "package/files/inter-latin-ext-wght-normal.woff2": "inter-latin-ext.woff2",
        "package/files/inter-greek-wght-normal.woff2": "inter-greek.woff2",
        "package/LICENSE": "inter.LICENSE.txt",
    },
    "fontsource-variable-jetbrains-mono-*.tgz": {
        "package/files/jetbrains-mono-latin-wght-normal.woff2": "jetbrains-mono-latin.woff2",
        "package/files/jetbrains-mono-greek-wght-normal.woff2": "jetbrains-mono-greek.woff2",
        "package/LICENSE": "jetbrains-mono.LICENSE.txt",
    },
}
# What the site's own formulas and code are made of is in a small file each; the rest is loaded where it stands.
CODE = "U+20-7E,U+A0,U+B1,U+B7,U+D7,U+2010-2026,U+2191,U+2193,U+2212"
MATH = (
    "U+20-7E,U+A0,U+AC,U+AF-B1,U+B7,U+BD,U+D7,U+2C6,U+2DC,U+302-304,U+307,U+332,U+393-3C9,U+3D1,U+3D5,U+3F5,"
    "U+2010-2026,U+2032-2034,U+2044,U+2061-2064,U+2113,U+211D,U+2190-2193,U+21A6,U+21D2,U+2200-2209,U+220F-2213,"
    "U+2216-221E,U+2223-222B,U+223C,U+2248,U+2260-2265,U+226A-226B,U+2282-2287,U+2295-2299,U+22A4-22A5,U+22C5,"
    "U+22EE-22F1,U+2308-230B,U+23DF,U+27E8-27E9,U+FE00,"
    "U+1D434-1D467,U+1D4A9,U+1D53C,U+1D54E,U+1D6A4-1D6A5,U+1D6E2-1D71B,U+1D7D9"
)
ALL_MATH = (
    "U+20-7E,U+A0-FF,U+131,U+237,U+2C6,U+2DC,U+302-30C,U+332,U+338,U+391-3C9,U+3D1,U+3D5,U+3F0-3F5,U+2010-2064,"
    "U+20D6-20D7,U+2102-2138,U+2190-21D5,U+21A6,U+2200-22FF,U+2308-230B,U+239B-23AE,U+23B4-23B5,U+23DC-23DF,U+25A1,"
    "U+25B3,U+25CB,U+27E8-27E9,U+27F5-27FA,U+2A00-2A02,U+2A2F,U+2A7D-2A7E,U+2AAF-2AB0,U+1D400-1D467,U+1D468-1D49B,"
    "U+1D49C-1D503,U+1D504-1D51D,U+1D538-1D56B,U+1D5A0-1D5D3,U+1D6A4-1D755,U+1D7CE-1D7D7,U+FE00"
)
PRIMES = (0x2032, 0x2033, 0x2034)  # look wrong as exponents without forms of their own


def copy_fonts(downloads: Path) -> None:
    for pattern, members in COPIED.items():
        (archive,) = downloads.glob(pattern)
        with tarfile.open(archive) as files:
            for member, name in members.items():
                found = files.extractfile(member)
                assert found is not None, member
                (FONTS / name).write_bytes(found.read())


def subset_code_font() -> None:
    write_subset((FONTS / "jetbrains-mono-latin.woff2").read_bytes(), parse(CODE), ["ccmp"], "jetbrains-mono.woff2")


def subset_math_font(downloads: Path) -> None:
    (wheel,) = downloads.glob("ziamath-*.whl")
    with zipfile.ZipFile(wheel) as files:
        ttf = files.read("ziamath/fonts/STIXTwoMath-Regular.ttf")
    features = ["ssty", "ccmp"]
    write_subset(ttf, parse(MATH), features, "stix-two-math.woff2", keep_forms_of_primes)
    write_subset(ttf, parse(ALL_MATH) - parse(MATH), features, "stix-two-math-more.woff2", keep_forms_of_primes)


def parse(ranges: str) -> set[int]:
    return set(subset.parse_unicodes(ranges))


def write_subset(
    data: bytes, characters: set[int], features: list[str], name: str, prepare: Callable[[TTFont], None] | None = None
) -> None:
    options = subset.Options(flavor="woff2", layout_features=features)
    options.hinting = False
    options.name_IDs = ["*"]
    font = subset.load_font(io.BytesIO(data), options)
    if prepare:
        prepare(font)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    subset.save_font(font, FONTS / name, options)


def keep_forms_of_primes(font: TTFont) -> None:
    """Letters in exponents are the usual ones made small; their own forms would double the file."""
    names = {font.getBestCmap()[code] for code in PRIMES}
    table = font["GSUB"].table
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "ssty":
            for number in record.Feature.LookupListIndex:
                for part in table.LookupList.Lookup[number].SubTable:
                    for glyph in set(part.alternates) - names:
                        del part.alternates[glyph]


if __name__ == "__main__":
    copy_fonts(Path(sys.argv[1]))
    subset_code_font()
    subset_math_font(Path(sys.argv[1]))
