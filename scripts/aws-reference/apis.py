"""The APIs of AWS as botocore describes them: protocol, endpoint, operations, and the names of parameters on the wire."""

import botocore
import botocore.session

# A region of each partition, and a second one of the first, which shows whether a host has the region in its name.
PARTITIONS = {"aws": "eu-west-1", "aws-cn": "cn-north-1", "aws-us-gov": "us-gov-west-1"}
SECOND_REGION = "ap-south-1"
# Protocols whose bodies name parameters otherwise than the API does, in depth.
NAMED_IN_DEPTH = ("query", "ec2", "rest-xml")


def read_apis() -> tuple[list[dict], str]:
    session = botocore.session.Session()
    apis = [api for name in session.get_available_services() if (api := read_api(session, name)) is not None]
    return apis, botocore.__version__


def read_api(session, name: str) -> dict | None:
    clients = {region: create_client(session, name, region) for region in [*PARTITIONS.values(), SECOND_REGION]}
    model = clients[PARTITIONS["aws"]].meta.service_model
    metadata = model.metadata
    endpoints = {partition: endpoint_of(clients, region) for partition, region in PARTITIONS.items()}
    if endpoints["aws"] is None:
        return None
    protocols = [one for one in metadata.get("protocols", []) if one != "smithy-rpc-v2-cbor"] or [metadata["protocol"]]
    protocol = metadata["protocol"] if metadata["protocol"] != "smithy-rpc-v2-cbor" else protocols[0]
    shapes: dict = {}
    operations = {op: read_operation(model.operation_model(op), protocol, shapes) for op in model.operation_names}
    api = {
        "id": name,
        "title": metadata["serviceFullName"],
        "serviceId": metadata["serviceId"],
        "protocol": protocol,
        "alsoRpcV2Cbor": "smithy-rpc-v2-cbor" in metadata.get("protocols", []) or None,
        "signingName": metadata.get("signingName", metadata["endpointPrefix"]),
        "endpointPrefix": metadata["endpointPrefix"],
        "endpoints": {partition: found for partition, found in endpoints.items() if found is not None},
        "apiVersion": metadata["apiVersion"],
        "targetPrefix": metadata.get("targetPrefix"),
        "jsonVersion": metadata.get("jsonVersion", "1.1") if protocol == "json" else metadata.get("jsonVersion"),
        "xmlNamespace": metadata.get("xmlNamespace"),
        "operations": operations,
        "shapes": shapes or None,
    }
    return {key: value for key, value in api.items() if value is not None}


def create_client(session, name: str, region: str):
    return session.create_client(name, region_name=region, aws_access_key_id="a", aws_secret_access_key="s")


def endpoint_of(clients: dict, region: str) -> dict | None:
    host, signing_region = host_of(clients[region])
    if host is None:
        return None
    other_host, _ = host_of(clients[SECOND_REGION])
    is_global = region not in host if region != PARTITIONS["aws"] else host == other_host
    return {"host": host if is_global else host.replace(region, "{region}"), **({"signingRegion": signing_region} if is_global else {})}


def host_of(client) -> tuple[str | None, str]:
    model = client.meta.service_model
    try:
        resolved = client._ruleset_resolver.construct_endpoint(operation_model=model.operation_model(model.operation_names[0]), call_args={}, request_context={})
        schemes = resolved.properties.get("authSchemes") or [{}]
        return resolved.url.split("://")[1].split("/")[0], schemes[0].get("signingRegion") or client._request_signer.region_name
    except Exception:  # an endpoint that depends on a parameter
        url = client.meta.endpoint_url
        return (url.split("://")[1] if url else None), client._request_signer.region_name


def read_operation(operation, protocol: str, shapes: dict) -> dict:
    described = {}
    if operation.http.get("method", "POST") != "POST":
        described["method"] = operation.http["method"]
    if operation.http.get("requestUri", "/") != "/":
        described["uri"] = operation.http["requestUri"]
    if operation.auth_type == "none":
        described["unsigned"] = True
    prefix = (operation.endpoint or {}).get("hostPrefix", "")
    # A host with a parameter in its name is left out.
    if prefix and "{" not in prefix:
        described["hostPrefix"] = prefix
    if operation.input_shape is not None:
        described["input"] = read_members(operation.input_shape, protocol, shapes)
        described["required"] = operation.input_shape.required_members
        payload = operation.input_shape.serialization.get("payload")
        if payload:
            described["payload"] = payload
        root = operation.input_shape.serialization.get("name")
        if root and protocol == "rest-xml":
            described["root"] = root
    wrapper = operation.output_shape.serialization.get("resultWrapper") if operation.output_shape is not None else None
    if wrapper:
        described["resultWrapper"] = wrapper
    return {key: value for key, value in described.items() if value}


def read_members(shape, protocol: str, shapes: dict) -> dict:
    return {name: read_member(name, member, protocol, shapes) for name, member in shape.members.items()}


def read_member(name: str, member, protocol: str, shapes: dict):
    described = {}
    written = wire_name(name, member, protocol)
    if written != name:
        described["name"] = written
    location = member.serialization.get("location")
    if location:
        described["at"] = location
    if protocol in NAMED_IN_DEPTH and member.type_name in ("structure", "list", "map"):
        described["of"] = reference(member, protocol, shapes)
        if member.type_name != "structure" and (member.serialization.get("flattened") or protocol == "ec2"):
            described["flat"] = True
    elif member.type_name in ("blob", "timestamp"):
        described["is"] = member.type_name
    # Most members are called on the wire as in the API.
    return described or 0


def wire_name(name: str, member, protocol: str) -> str:
    serialization = member.serialization
    if protocol == "ec2":
        own = serialization.get("queryName") or serialization.get("name") or name
        return own if "queryName" in serialization else own[0].upper() + own[1:]
    return serialization.get("name", name)


def reference(shape, protocol: str, shapes: dict) -> str:
    if shape.name not in shapes:
        shapes[shape.name] = {}
        shapes[shape.name] = describe(shape, protocol, shapes)
    return shape.name


def describe(shape, protocol: str, shapes: dict) -> dict:
    if shape.type_name == "structure":
        return {"members": read_members(shape, protocol, shapes)}
    if shape.type_name == "list":
        element = wire_name("member", shape.member, protocol) if protocol != "ec2" else ""
        return {"element": element, **inner(shape.member, protocol, shapes)}
    key, value = shape.key.serialization.get("name", "key"), shape.value.serialization.get("name", "value")
    return {"key": key, "value": value, **inner(shape.value, protocol, shapes)}


def inner(shape, protocol: str, shapes: dict) -> dict:
    return {"of": reference(shape, protocol, shapes)} if shape.type_name in ("structure", "list", "map") else {}
