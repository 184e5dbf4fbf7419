"""Writes what CPython answers for random texts, one JSON list a line; run it in this folder."""
import csv
import fnmatch
import io
import json
import random
import re

SPAN = re.compile(r"\{.+[:,].+\}|\[.+[,:].+\]")
SYSLOG = re.compile(
    r"(\w{3}\s\d{2}\s(?:\d{2}:?)+)\s(\w[\w-]*)\s(\w+)(?:\[\w+\])*: (.*)\n?")


def text(alphabet, most):
    return "".join(random.choice(alphabet) for _ in range(random.randint(0, most)))


def rows(content, escape):
    reader = csv.reader(io.StringIO(content, newline="\n"), escapechar=escape)
    try:
        return list(reader)
    except csv.Error:
        return None


def write(name, vectors):
    with open(name, "w") as out:
        for vector in vectors:
            out.write(json.dumps(vector) + "\n")


def csv_vectors():
    for i in range(600):
        content = text(["a", "b", ",", '"', '"', "\n", "\r\n", "\r", "\\", " "], 12)
        escape = "\\" if i % 2 else None
        yield [content, escape, rows(content, escape)]


def glob_vectors():
    for _ in range(800):
        pattern = text(["a", "b", "*", "?", "[ab]", "[!a]", "[a-c]", "[", "]", "!", "-", "^"], 6)
        for _ in range(3):
            content = text("abc]-[!^\n\u00e9", 6)
            yield [pattern, content, fnmatch.fnmatchcase(content, pattern)]


def span_vectors():
    for _ in range(800):
        content = text(["{", "}", "[", "]", ":", ",", "x", "\n"], 14)
        found = SPAN.search(content)
        yield [content, found.group() if found else None]


def mostly(good, *others):
    return good if random.random() < 0.8 else random.choice(others)


def syslog_vectors():
    for _ in range(800):
        content = "".join([
            mostly("Jan", "J\u00e4n", "Ja", "Janu", "_1a"), mostly(" ", "  ", "\t"),
            mostly("26", "6", " 6", "266", "\u0662\u0663"), " ",
            mostly("19:35:33", "1935", "19:35:", "19::35", "193", "19:35:3", ""),
            mostly(" ", "  ", "\t"), mostly("web-1", "w", "-web", "web.a", "\u00e9"),
            " ", mostly("sudo", "sudo[1]", "sudo[1][x]", "sudo[]", "sudo[1", "", "a b"),
            mostly(": ", ":", " : ", ":\t"),
            mostly("hello", "", "a: b", "a\nb", "a\n", "\n", "\n\n")])
        found = SYSLOG.fullmatch(content)
        yield [content, list(found.groups()) if found else None]


random.seed(26)
write("csv.jsonl", csv_vectors())
write("glob.jsonl", glob_vectors())
write("span.jsonl", span_vectors())
write("syslog.jsonl", syslog_vectors())
