"""Cut the face of the PDF lists out of Noto Sans CJK SC: `python scripts/subset_font.py NotoSansCJK-Regular.ttc`.

Run once, with fonttools installed beside and not in the lock; the result is committed. It holds GBK, which has the rare
characters of names in their traditional forms, and the simplified ones that the standard list of 2013 added to it.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection

TARGET = Path(__file__).parents[1] / "src/unionhall/files/fonts/NotoSansCJKsc-Subset.otf"
SIMPLIFIED_CHINESE = 2  # the face of the collection with mainland forms
LATER = (
    "㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛"
    "䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓𠅤𠙶𠮷𠳐𡎚𡐓𣗋𣲗𣲘𣸣𤧛𤩽𤫉𥔲𥕢𥖨𥻗𦈡𦒍𦙶𦝼𦭜𦰡𧿹𨐈𨙸𨚕𨟠𨭉𨱇𨱏𨱑𨱔𨺙"
    "𩽾𩾃𩾌𪟝𪣻𪤗𪨰𪨶𪩘𪾢𫄧𫄨𫄷𫄸𫇭𫌀𫍣𫍯𫍲𫍽𫐄𫐐𫐓𫑡𫓧𫓯𫓶𫓹𫔍𫔎𫔶𫖮𫖯𫖳𫗧𫗴𫘜𫘝𫘦𫘧𫘨𫘪𫘬𫚉𫚕𫚖𫛭𫟅𫟏𫟦𫠊𫠜"
    "𫢸𫫇𫭟𫭢𫭼𫮃𫰛𫵷𫶇𫷷𫸩𬀩𬀪𬂩𬃊𬇕𬇙𬇹𬉼𬊈𬊤𬌗𬍛𬍡𬍤𬒈𬒔𬒗𬕂𬘓𬘘𬘡𬘩𬘫𬘬𬘭𬘯𬙂𬙊𬙋𬜬𬜯𬞟𬟁𬟽𬣙𬣞𬣡𬣳𬤇𬤊𬤝"
    "𬨂𬨎𬩽𬪩𬬩𬬭𬬮𬬱𬬸𬬹𬬻𬬿𬭁𬭊𬭎𬭚𬭛𬭤𬭩𬭬𬭯𬭳𬭶𬭸𬭼𬮱𬮿𬯀𬯎𬱖𬱟𬳵𬳶𬳽𬳿𬴂𬴃𬴊𬶋𬶍𬶏𬶐𬶟𬶠𬶨𬶭𬶮𬷕𬸘𬸚𬸣𬸦"
    "𬸪𬹼𬺈𬺓"
)


def wanted() -> set[str]:
    """The characters of the subset."""
    gbk = bytes(byte for lead in range(0x81, 0xFF) for trail in range(0x40, 0xFF) for byte in (lead, trail))
    latin = map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x2010, 0x2040), *range(0x2460, 0x24FF)])
    return set(gbk.decode("gbk", "ignore")) | set(latin) | set(LATER)


def main(source: str) -> None:
    options = subset.Options(
        hinting=False,
        layout_features=[],
        name_IDs=[0, 1, 2, 4, 6, 13, 14],
        notdef_outline=True,
        drop_tables=["vhea", "vmtx", "VORG", "GSUB", "GPOS", "GDEF", "BASE", "DSIG"],
    )
    font = TTCollection(source).fonts[SIMPLIFIED_CHINESE]
    cutter = subset.Subsetter(options)
    cutter.populate(text="".join(wanted()))
    cutter.subset(font)
    font.save(TARGET)
    sys.stdout.write(f"{len(font.getBestCmap())} characters, {TARGET.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main(sys.argv[1])
