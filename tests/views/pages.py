"""What the tests of pages share: the words of an answer without its tags."""

import re


def text(response):
    body = re.sub(r"<script.*?</script>|<[^>]+>", " ", response.content.decode())
    return re.sub(r"\s+", " ", body).replace("&#x27;", "'")
