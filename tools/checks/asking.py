"""What the canned queries hold on the graph of the five pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from tools.checks import Outcome, add, check
from tools.checks.place import Place

Row = dict[str, Any]


def ends(subject: str, object: str, date: str | None = None, **more: str) -> Callable[[Row], bool]:
    """A row whose subject and object have these words in their names, on this date where one is named."""

    def holds(row: Row) -> bool:
        names = row.get("subject") or "", row.get("object") or ""
        told = subject in names[0] and object in names[1] and (date is None or row.get("date") == date)
        return told and all(value in str(row.get(key) or "") for key, value in more.items())

    return holds


def _expect(name: str, sentence: str, query: str, *wanted: Callable[[Row], bool], words: tuple[str, ...] = ()) -> None:
    def run(place: Place) -> Outcome:
        done = place.ask(query, *words)
        found = [sum(map(one, done.rows)) for one in wanted]
        near = "; ".join(
            f"{r.get('subject')} → {r.get('object')} {r.get('date')}{r.get('mark', '')}" for r in done.rows[:6]
        )
        figure = f"{sum(map(bool, found))} of {len(wanted)} in {len(done.rows)} rows"
        return Outcome(all(found), figure if all(found) else f"{figure}: {near}", done.command)

    add(name, 4, sentence, run)


_expect(
    "query-bagheri", "demanded-withdrawal holds محمد باقري → تركيا (2019-03-17)",
    "demanded-withdrawal", ends("باقري", "تركيا", "2019-03-17"),
)  # fmt: skip
_expect(
    "query-khatib", "demanded-withdrawal holds أحمد معاذ الخطيب → إيران",
    "demanded-withdrawal", ends("معاذ الخطيب", "إيران"),
)  # fmt: skip
_expect(
    "query-assad", "visits holds بشار الأسد → طهران (2019-02-25 and 2024-05-30)",
    "visits", ends("بشار الأسد", "طهران", "2019-02-25"), ends("بشار الأسد", "طهران", "2024-05-30"),
)  # fmt: skip
_expect(
    "query-jahangiri", "visits holds Jahangiri → سوريا (2019-01)",
    "visits", ends("جهانغيري", "سوريا", "2019-01"),
)  # fmt: skip
_expect("query-gabbard", "visits holds غابارد → دمشق", "visits", ends("غابارد", "دمشق"))
_expect(
    "query-qaterji", "sanctions holds الولايات المتحدة → القاطرجي",
    "sanctions", ends("الولايات المتحدة", "قاطرجي"),
)  # fmt: skip
_expect(
    "query-rollup", "demanded-withdrawal of إيران finds باقري → تركيا through محمد باقري",
    "demanded-withdrawal", ends("باقري", "تركيا", through="باقري"), words=("-p", "subject=إيران"),
)  # fmt: skip


@check("query-no-rollup", 4, "demanded-withdrawal of سوريا does not find الخطيب")
def no_rollup(place: Place) -> Outcome:
    done = place.ask("demanded-withdrawal", "-p", "subject=سوريا")
    found = [row for row in done.rows if "الخطيب" in row["subject"]]
    # Otherwise an empty graph would pass.
    known = any("الخطيب" in row["subject"] for row in place.ask("demanded-withdrawal").rows)
    return Outcome(known and not found, f"{len(found)} rows of his{'' if known else ', nor anywhere'}", done.command)


@check("query-denies", 4, "contested-claims or who-denies-what holds إيران denying forces in سوريا")
def denies(place: Place) -> Outcome:
    found = []
    for query in ("contested-claims", "who-denies-what"):
        rows = place.ask(query).rows
        found += [
            query
            for row in rows
            if row["type"] == "DEPLOYED_IN" and row["status"] == "denied" and ends("إيران", "سوريا")(row)
        ]
    return Outcome(bool(found), f"in {', '.join(sorted(set(found))) or 'neither'}", "kg query who-denies-what --json")


@check("query-four-way", 4, "meetings holds the four-way meeting of 2017-05-23")
def four_way(place: Place) -> Outcome:
    done = place.ask("meetings")
    four = {"روسيا", "إيران", "سوريا", "العراق"}
    pairs = {frozenset((row["subject"], row["object"])) for row in done.rows if row["date"] == "2017-05-23"}
    among = [pair for pair in pairs if pair <= four]
    return Outcome(set().union(*among) == four, f"{len(among)} of 6 pairs of the four", done.command)


NAMED: Final = (
    "demanded-withdrawal", "visits", "meetings", "sanctions", "statements-by-actor", "statements-about-actor",
    "officials-of-country", "agreements-and-parties", "timeline-of-actor", "evidence-for-relation",
    "contested-claims", "who-denies-what",
)  # fmt: skip


@check(
    "query-catalogue", 4, "At least 12 canned queries, those named among them, each with title, description and columns"
)
def catalogue(place: Place) -> Outcome:
    found = place.queries
    absent = [name for name in NAMED if name not in found]
    told = all(one["title"] and one["description"] for one in found.values())
    columns = all(one["columns"] and all(c["description"] for c in one["columns"]) for one in found.values())
    figure = f"{len(found)} queries, absent: {', '.join(absent) or 'none'}"
    return Outcome(len(found) >= 12 and not absent and told and columns, figure, "kg query NAME --about --json")


@check("query-evidence", 4, "Every row that tells a relation carries its evidence sentence, article, date and basis")
def evidence(place: Place) -> Outcome:
    wrong, rows = [], 0
    for name, shape in place.queries.items():
        if any(p["required"] for p in shape["parameters"]):
            continue
        for row in place.ask(name).rows:
            # Counts of many relations and lists of actors tell none.
            if "type" not in row or not {"subject", "object"} <= set(row):
                continue
            rows += 1
            if not (row.get("evidence") and row.get("article") and row.get("basis") and "date" in row):
                wrong.append(name)
    return Outcome(rows > 0 and not wrong, f"{rows} rows, lacking in: {', '.join(sorted(set(wrong))) or 'none'}")


@check("show", 4, "`kg show باقري` prints names, positions, relations and statements in order of time, with sentences")
def show(place: Place) -> Outcome:
    done = place.kg("show", "محمد باقري", "--json", store=place.seeds)
    if done.code:
        return Outcome(False, done.complaint, done.command)
    kinds = [row["what"] for row in done.rows]
    dates = [row["date"] for row in done.rows[1:] if row["what"] != "position" and row.get("date")]
    sentences = all(row["evidence"] for row in done.rows[1:])
    names = done.rows[0]["names"]
    good = (
        kinds[0] == "actor"
        and {"position", "relation", "statement"} <= set(kinds)
        and sentences
        and dates == sorted(dates)
    )
    figure = f"{len(names)} names, " + ", ".join(
        f"{kinds.count(k)} {k}s" for k in ("position", "relation", "statement")
    )
    return Outcome(good, figure, "kg show باقري")


@check("json-everywhere", 4, "`--json` on every command that prints rows, help on every command and option")
def json_everywhere(place: Place) -> Outcome:
    commands = (
        "load",
        "extract",
        "query",
        "cypher",
        "show",
        "export",
        "forget",
        "check",
        "evaluate",
        "explain",
        "demo",
    )
    lacking = []
    for command in commands:
        text = place.kg(command, "--help").right().out
        if command in ("query", "cypher", "show", "check", "evaluate") and "--json" not in text:
            lacking.append(f"{command} --json")
        # An option with nothing after its name: the next line begins another, or the list ends.
        lines = text.splitlines()
        for at, line in enumerate(lines):
            if line.startswith("  -") and len(line.split("  ")) < 3:
                follows = lines[at + 1] if at + 1 < len(lines) else ""
                if not follows.startswith("        "):
                    lacking.append(f"{command} {line.strip()}")
    return Outcome(not lacking, f"{len(commands)} commands, lacking: {', '.join(lacking) or 'none'}", "kg … --help")
