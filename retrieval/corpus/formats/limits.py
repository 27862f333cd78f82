"""What a file may cost. A hostile file is refused by these numbers, not by luck."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

LARGEST_FILE: Final = 20_000_000  # bytes of one file, packed or not
LARGEST_HTML: Final = 5_000_000  # bytes of one page
LARGEST_RTF: Final = 5_000_000  # bytes of one RTF file without its pictures: some 800 pages
MOST_PAGES: Final = 500  # pages of one PDF that are read
MOST_SECONDS: Final = 30.0  # for the text of one PDF
MOST_CHARACTERS: Final = 10_000_000  # of text out of one file
MOST_RECORDS: Final = 200_000  # articles of one table
MOST_MEMBERS: Final = 10_000  # files of one archive, with those of the archives in it
MOST_UNPACKED: Final = 300_000_000  # bytes out of one archive, with the archives in it
STEEPEST_RATIO: Final = 200  # unpacked bytes for each packed one, past the first million
DEEPEST_NESTING: Final = 2  # archives in archives

# Why a document is refused, in Vietnamese and English.
TOO_LARGE: Final = ("tệp lớn hơn 20 MB", "it is larger than 20 MB")
NO_ARTICLE: Final = ("không có nội dung bài viết", "there is no report in it")


class TooMuchError(ValueError):
    """A limit is passed; the message says which, in Vietnamese, `english` the same in English."""

    def __init__(self, reason: str, english: str) -> None:
        super().__init__(reason)
        self.english = english


@dataclass(slots=True)
class Budget:
    """What is left for one file that the user gave, shared by everything that is inside it."""

    members: int = MOST_MEMBERS
    unpacked: int = MOST_UNPACKED

    def spend(self, unpacked: int, members: int = 1) -> None:
        """Take from the budget. Raises TooMuchError when it is used up."""
        self.members -= members
        self.unpacked -= unpacked
        if self.members < 0:
            most = f"{MOST_MEMBERS:,}"
            raise TooMuchError(
                f"tệp nén có hơn {most.replace(',', '.')} tệp", f"there are more than {most} files in the archive"
            )
        if self.unpacked < 0:
            size = MOST_UNPACKED // 1_000_000
            raise TooMuchError(f"tệp nén bung ra hơn {size} MB", f"the archive unpacks to more than {size} MB")
