"""A window of a browser without scripts: it holds a page's form, and sends what was typed into it."""

from urllib.parse import urlencode

from lxml import html

PLAIN = "application/x-www-form-urlencoded"


class Window:
    """The form of one opened page. `fields` is what stands in it; send() presses its button."""

    def __init__(self, client, path):
        self.client, self.path = client, path
        self.read(client.get(path), path)

    def read(self, answer, address):
        """Show an answer that came from an address."""
        self.answer = answer
        tree = html.fromstring(answer.content) if answer.content else None
        forms = tree.xpath("//form[.//input[@name='draft']]") if tree is not None else []
        self.address = (forms[0].get("action") if forms else "") or address
        self.fields = held(forms[0]) if forms else {}
        self.errors = errors_in(forms[0]) if forms else {}
        self.text = " ".join(tree.text_content().split()) if tree is not None else ""
        return self

    def type(self, **words):
        self.fields |= words
        return self

    def send(self, **more):
        """As the button does; the window shows the answer."""
        return self.read(self._post(self.fields | more), self.address)

    def follow(self):
        """Go where the answer leads, to the end."""
        while self.answer.status_code in (301, 302):
            self.path = self.answer.headers["Location"]
            self.read(self.client.get(self.path), self.path)
        return self

    def autosave(self, turn=1):
        """As the script does. The answer; the window stays as it is."""
        return self._post(self.fields | {"draft-only": "script", "draft-turn": turn})

    def _post(self, fields):
        return self.client.post(self.address, urlencode(fields, doseq=True), content_type=PLAIN)


def errors_in(form):
    """{name of a text: what is told to be wrong with it}, read with the text, of one line or of many."""
    told = {}
    for box in form.xpath(".//textarea | .//input[@type='text']"):
        ids = [one for one in box.get("aria-describedby", "").split() if "-error" in one]
        told[box.name] = " ".join(form.get_element_by_id(one).text_content().strip() for one in ids)
    return told


def held(form):
    """{name: value or values} of a form as a browser would send it, without its buttons."""
    # A browser sends an empty box that has no value; this parser leaves it out.
    fields = {box.name: "" for box in form.xpath(".//input[@type='hidden' or @type='text'][not(@value)]")}
    for name, value in form.form_values():
        value = value.removeprefix("\n")  # A browser leaves out a text's first line end.
        fields[name] = [*fields[name], value] if isinstance(fields.get(name), list) else value
    for box in form.xpath(".//input[@type='checkbox'][@checked]"):
        fields[box.name] = [b.get("value") for b in form.xpath(f".//input[@name='{box.name}'][@checked]")]
    return {name: value for name, value in fields.items() if "__prefix__" not in name}
