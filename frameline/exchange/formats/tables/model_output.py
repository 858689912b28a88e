"""What language models wrote, as rows: nested objects, batches of OpenAI and Anthropic."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.expect import a_name, an_object, shown

#: Names that hold nothing but what is inside them.
_WRAPPERS = frozenset("labels annotation annotations output result prediction answer codes".split())
_FENCE = re.compile(r"\s*```(?:json)?\s*(.*?)\s*```\s*", re.DOTALL)
_DEEPEST = 6


def is_batch(row: Mapping[str, Any]) -> bool:
    """Whether an object is an answer in a batch: of OpenAI (response) or Anthropic (result)."""
    return "custom_id" in row and any(
        isinstance(row.get(name), dict) for name in ("response", "result")
    )


def unfolded(row: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """An object with one list of objects as an object for each of these.

    >>> unfolded({"id": 1, "claims": [{"frame": "x"}, {"frame": "y"}]})
    [{'id': 1, 'frame': 'x'}, {'id': 1, 'frame': 'y'}]
    """
    lists = [
        name for name, value in row.items()
        if isinstance(value, list) and value and all(isinstance(one, dict) for one in value)
    ]  # fmt: skip
    if len(lists) != 1:
        return [row]
    rest = {name: value for name, value in row.items() if name != lists[0]}
    return [{**rest, **one} for one in row[lists[0]]]


def flat(row: Mapping[str, Any], file: str, place: str) -> dict[str, Any]:
    """The fields of an object, those of inner objects under their path.

    Examples
    --------
    >>> flat({"id": 1, "labels": {"frame": "x"}, "meta": {"by": "m"}}, "a.jsonl", "line 1")
    {'id': 1, 'frame': 'x', 'meta.by': 'm'}
    """
    found: dict[str, Any] = {}
    for path, value in _leaves(row, "", 0, file, place):
        if path in found:
            raise ExchangeError(file, f"{place}, {path}", "two values", "one", "rename one")
        found[path] = value
    return found


def _leaves(
    value: Mapping[str, Any], path: str, deep: int, file: str, place: str
) -> Iterator[tuple[str, Any]]:
    if deep > _DEEPEST:
        raise ExchangeError(file, f"{place}, {path}", "objects inside each other",
                            f"up to {_DEEPEST}")  # fmt: skip
    for name, inside in value.items():
        here = f"{path}.{name}" if path else name
        if isinstance(inside, dict):
            yield from _leaves(inside, path if name in _WRAPPERS else here, deep + 1, file, place)
        else:
            yield here, inside


def answer(row: Mapping[str, Any], file: str, place: str) -> dict[str, Any]:
    """An answer of a batch as a row: the document, the model as coder, what it answered.

    Raises
    ------
    ExchangeError
        For an answer that failed, or is no object in JSON.
    """
    if row.get("error"):
        said = row["error"]
        message = said.get("message", "") if isinstance(said, dict) else str(said)
        raise ExchangeError(file, f"{place}, error", shown(message or "an error"), "an answer")
    body, text = _openai(row, file, place) if "response" in row else _anthropic(row, file, place)
    fenced = _FENCE.fullmatch(text)
    try:
        said = json.loads(fenced[1] if fenced else text)
    except (ValueError, RecursionError):
        found = f"the answer {shown(text)}"
        raise ExchangeError(
            file, place, found, "an object in JSON", "ask the model again"
        ) from None
    if not isinstance(said, dict):
        raise ExchangeError(file, place, f"the answer {shown(said)}", "an object in JSON")
    document = a_name(row.get("custom_id"), file, f"{place}, custom_id")
    fields = {name: value for name, value in said.items() if name not in ("document", "coder")}
    return {"document": document, "coder": str(body.get("model") or "model"), **fields}


def _openai(row: Mapping[str, Any], file: str, place: str) -> tuple[dict[str, Any], str]:
    response = an_object(row["response"], file, f"{place}, response")
    status = response.get("status_code", 200)
    body = an_object(response.get("body"), file, f"{place}, response, body")
    if status != 200:
        raise ExchangeError(file, f"{place}, response", f"status {status}", "200, an answer")
    choices = body.get("choices") or body.get("output") or []
    if not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
        raise ExchangeError(file, f"{place}, response", "no choices", "an answer")
    last = choices[-1] if "output" in body else choices[0]
    message = last.get("message", last)
    return body, _text(message.get("content") if isinstance(message, dict) else None, file, place)


def _anthropic(row: Mapping[str, Any], file: str, place: str) -> tuple[dict[str, Any], str]:
    result = an_object(row["result"], file, f"{place}, result")
    if result.get("type") != "succeeded":
        raise ExchangeError(file, f"{place}, result", shown(result.get("type")), "succeeded")
    message = an_object(result.get("message"), file, f"{place}, result, message")
    return message, _text(message.get("content"), file, place)


def _text(content: Any, file: str, place: str) -> str:
    parts = content if isinstance(content, list) else [content]
    texts = [one.get("text") if isinstance(one, dict) else one for one in parts]
    said = [one for one in texts if isinstance(one, str)]
    if not said:
        raise ExchangeError(file, f"{place}, content", "no text", "an answer in text")
    return "".join(said)
