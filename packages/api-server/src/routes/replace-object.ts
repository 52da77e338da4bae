import type { HttpResponse } from "@irsa-sim/core";
import { readObject } from "../decoding/read-object.js";
import type { ApiCall, ApiServerParts } from "./api-call.js";
import { findObject } from "./find-object.js";
import { writeVersion } from "./write-version.js";

/** PUT of one object: the object as it is to be. */
export async function replaceObject(parts: ApiServerParts, call: ApiCall): Promise<HttpResponse> {
  const sent = readObject(call, call.route.resource, "UpdateOptions");
  return writeVersion(parts, call, { before: findObject(parts, call), sent });
}
