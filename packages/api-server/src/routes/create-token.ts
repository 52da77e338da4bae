import type { HttpResponse } from "@irsa-sim/core";
import { admitTokenRequest } from "../admission/token-request/admit-token-request.js";
import { readObject } from "../decoding/read-object.js";
import type { Resource } from "../storage/resources.js";
import type { AnswerOptions } from "./answer-options.js";
import type { ApiCall } from "./api-call.js";
import { checkNamespace } from "./check-namespace.js";

/** A request is answered and not kept. */
const TOKEN_REQUEST: Resource = {
  kind: "TokenRequest",
  group: "authentication.k8s.io",
  version: "v1",
  plural: "tokenrequests",
  isNamespaced: true,
  returnsDeleted: false,
};

/**
 * POST on `serviceaccounts/NAME/token`: read and admitted here, issued by who issues tokens.
 *
 * @throws {KubernetesStatus}
 */
export async function createToken({ parts, tokenRequest }: Pick<AnswerOptions, "parts" | "tokenRequest">, call: ApiCall): Promise<HttpResponse> {
  const { route, user, span } = call;
  const sent = readObject(call, TOKEN_REQUEST);
  checkNamespace(parts, sent, route);
  const asked = { namespace: route.namespace ?? "", name: route.name ?? "", tokenRequest: sent };
  admitTokenRequest(parts.store, user, asked, span);
  return tokenRequest(asked, span);
}
