import { extend } from "@irsa-sim/core";
import { findNameProblem } from "@irsa-sim/kubernetes-types";
import { badRequest, conflict, notFound } from "../kubernetes-status.js";
import { type CheckContext, enforce, identityOf, type ObjectIdentity } from "./check-context.js";

/** The account, and what to warn the caller of. */
interface FoundServiceAccount {
  readonly serviceAccount: ObjectIdentity;
  readonly warning: string | null;
}

/** The service account exists, and is the one that the caller means. */
export function checkServiceAccount({ span, objects, namespace, name, request, refusesOtherAccountUid }: CheckContext): FoundServiceAccount {
  const object = objects.read("ServiceAccount", namespace, name);
  const record = { check: "tokens-controller.service-account", title: "service account exists", expected: `${namespace}/${name}` };
  if (object === null) {
    const problem = findNameProblem(name);
    const refusal = problem === null ? notFound("serviceaccounts", name) : badRequest(problem);
    enforce(span, { ...record, actual: "none" }, refusal);
    throw refusal;
  }
  const serviceAccount = identityOf(object);
  const mismatch = findMismatch(request.metadata.uid ?? "", serviceAccount.uid);
  const isRefused = mismatch !== null && refusesOtherAccountUid;
  const refusal = isRefused ? conflict({ kind: "TokenRequest", group: "authentication.k8s.io" }, name, mismatch) : null;
  enforce(span, extend(record, { actual: `uid ${serviceAccount.uid}` }), refusal);
  if (mismatch !== null) span.note("tokens-controller.audit", { "authentication.k8s.io/token-request-uid-mismatch": mismatch });
  return { serviceAccount, warning: mismatch };
}

function findMismatch(sent: string, stored: string): string | null {
  if (sent === "" || sent === stored) return null;
  return `the UID in the token request (${sent}) does not match the UID of the service account (${stored})`;
}
