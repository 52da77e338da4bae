import { conflict, notFound } from "../kubernetes-status.js";
import { type CheckContext, enforce, identityOf, type ObjectIdentity } from "./check-context.js";

/** The service account exists, and is the one that the caller means. */
export function checkServiceAccount({ span, objects, namespace, name, request }: CheckContext): ObjectIdentity {
  const object = objects.read("ServiceAccount", namespace, name);
  const record = { check: "tokens-controller.service-account", title: "service account exists", expected: `${namespace}/${name}` };
  if (object === null) {
    const refusal = notFound("serviceaccounts", name);
    enforce(span, { ...record, actual: "none" }, refusal);
    throw refusal;
  }
  const identity = identityOf(object);
  const { uid } = request.metadata;
  const mismatch = `the UID in the token request (${uid}) does not match the UID of the service account (${identity.uid})`;
  enforce(
    span,
    { ...record, actual: `uid ${identity.uid}` },
    uid === "" || uid === identity.uid ? null : conflict({ kind: "TokenRequest", group: "authentication.k8s.io" }, name, mismatch),
  );
  return identity;
}
