"""The facts of a state, for comparing books: ids renamed to what they stand for, record data left out, lists sorted."""

from typing import Any

import msgspec

from governance.state.model import State


def facts_of(state: State) -> dict[str, Any]:
    """Return what a state says without saying it in ids, entry numbers, times of recording or provenance."""
    data = msgspec.to_builtins(state)
    names = _names(data)
    del data["record"]
    data["remarks"] = sorted(remark["text"] for remark in data["remarks"])
    return _settled(_renamed(data, names))


def _names(data: dict[str, Any]) -> dict[str, str]:
    names = {person["id"]: f"person {person['name']}" for person in data["persons"]}
    names |= {body["id"]: f"body {body['name']}" for body in data["bodies"]}
    for meeting in data["meetings"]:
        names[meeting["id"]] = f"meeting {meeting['date']} {meeting['start']}"
        names |= {item["id"]: f"item {meeting['date']} {item['title']}" for item in meeting["agenda"]}
        names |= {held["id"]: f"proposal {held['text']}" for item in meeting["agenda"] for held in item["proposals"]}
        names |= {held["id"]: f"vote {held['adopted']}" for item in meeting["agenda"] for held in item["votes"]}
    for matter in data["matters"]:
        first = matter["appearances"][0]["meeting"] if matter["appearances"] else ""
        names[matter["id"]] = f"matter {matter['title']} {names.get(first, '')}"
    names |= {group["id"]: f"group {group['name']} {group['focus_area']}" for group in data["groups"]}
    names |= {plan["id"]: f"plan {plan['title']} {names.get(plan['group'])}" for plan in data["plans"]}
    names |= {task["id"]: f"task {task['task']}" for task in data["tasks"]}
    names |= {
        sent["id"]: f"dispatch {sent['title']} {names.get(sent['recipient'])} {sent['date']}"
        for sent in data["dispatches"]
    }
    return names


def _renamed(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, list):
        return [_renamed(inner, names) for inner in value]
    if isinstance(value, dict):
        return {key: _renamed(inner, names) for key, inner in value.items()}
    return value


def _settled(data: dict[str, Any]) -> dict[str, Any]:
    for key in (
        "persons",
        "members",
        "bodies",
        "groups",
        "plans",
        "matters",
        "dispatches",
        "tasks",
        "approvals",
        "offices",
        "representations",
        "stand_ins",
        "stand_in_calls",
    ):
        data[key] = sorted(data[key], key=repr)
    for meeting in data["meetings"]:
        meeting["attendance"] = sorted(meeting["attendance"], key=repr)
    return data
