/** An operation's request in its API's protocol. */
import type { JsonObject } from "@irsa-sim/core";
import type { FoundOperation } from "../operations/find-operation.js";
import { encodeQuery } from "./encode-query.js";
import { encodeRest } from "./encode-rest.js";
import type { EncodedRequest } from "./encoded-request.js";

/**
 * Writes a request.
 *
 * @throws {Error} for an API that is spoken to in CBOR alone
 * @example encodeRequest(found, { SecretId: "prod/db" }).headers["x-amz-target"] // => "secretsmanager.GetSecretValue"
 */
export function encodeRequest(found: FoundOperation, parameters: JsonObject): EncodedRequest {
  const { api, name } = found;
  switch (api.protocol) {
    case "json":
      return {
        method: "POST",
        path: "/",
        headers: { "content-type": `application/x-amz-json-${api.jsonVersion ?? "1.1"}`, "x-amz-target": `${api.targetPrefix}.${name}` },
        body: JSON.stringify(parameters),
      };
    case "query":
    case "ec2":
      return {
        method: "POST",
        path: "/",
        headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-8" },
        body: encodeQuery(found, parameters),
      };
    case "rest-json":
    case "rest-xml":
      return encodeRest(found, parameters);
    case "smithy-rpc-v2-cbor":
      throw new Error(`${api.id} is spoken to in CBOR alone`);
  }
}
