"""How hard a paper is to read, by the product's own measure: the age, and its longest sentence."""

from conferences.documents.letters_words import paper_reading
from conferences.documents.paper import Paper


def reading_age(paper: Paper) -> float:
    age = paper_reading(paper).age
    assert age is not None
    return age


def longest_sentence(paper: Paper) -> int:
    return paper_reading(paper).longest
