"""How hard a paper is to read: the age by Flesch and Kincaid's grade, and its longest sentence."""

import re

from conferences.documents.paper import Paper, Shape

GRADE_TO_AGE = 5


def sentences(paper: Paper) -> list[str]:
    """What is read as running text: no heading, and no line of a date, a name or an address alone."""
    lines = [
        line
        for block in paper.blocks
        if block.shape is not Shape.HEADING
        for whole in block.lines
        for line in whole.split("\n")
    ]
    # A telephone number or a clock's point ends no sentence.
    found = [part.strip() for line in lines for part in re.split(r"(?<=[.?!])\s+", line)]
    return [part for part in found if part and part[-1] in ".?!"]


def syllables(word: str) -> int:
    bare = re.sub(r"(?:es|ed|e)$", "", word) or word
    return max(1, len(re.findall(r"[aeiouy]+", bare)))


def words_of(sentence: str) -> list[str]:
    return re.findall(r"[a-z]+(?:[’'-][a-z]+)*", sentence.lower())


def reading_age(paper: Paper) -> float:
    """Of the running text of a paper."""
    read = [words for one in sentences(paper) if (words := words_of(one))]
    count = sum(map(len, read))
    sounds = sum(syllables(word) for words in read for word in words)
    return 0.39 * count / len(read) + 11.8 * sounds / count - 15.59 + GRADE_TO_AGE


def longest_sentence(paper: Paper) -> int:
    return max(len(words_of(one)) for one in sentences(paper))
