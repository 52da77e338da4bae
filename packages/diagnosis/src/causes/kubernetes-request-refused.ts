import { type ExchangeEvent, nearestNames } from "@irsa-sim/core";
import type { Cause, Explanation, OwnError } from "../cause.js";
import { objectIn } from "../sent-object.js";
import type { StoredServiceAccount } from "../service-account.js";
import { visible } from "../visible.js";

/** What the API server's reasons mean for who asks; of a 500 without a reason the status. */
const REASONS: Readonly<Record<string, readonly [because: string, fix: string]>> = {
  Unauthorized: [
    "it does not know who asks: the token is expired, damaged, for another audience or of another cluster",
    "log in again (aws eks update-kubeconfig; kubectl config current-context), or send the pod's own token at /var/run/secrets/kubernetes.io/serviceaccount/token, read anew",
  ],
  Forbidden: ["whoever asks may not", "ask as somebody who may (kubectl auth can-i), or have a role bound that allows it"],
  NotFound: [
    "what is asked for is not there",
    "name, kind, namespace and API version: what is asked for must be there, in the namespace of the request (kubectl get -A)",
  ],
  MethodNotAllowed: ["that place has no such method", "use the method that the resource has (kubectl api-resources -o wide)"],
  NotAcceptable: ["it does not answer in the form that is asked for", "ask for application/json in the header Accept"],
  UnsupportedMediaType: [
    "it does not read the body's form",
    "send application/json, or of a patch one of application/json-patch+json, merge-patch+json, strategic-merge-patch+json and apply-patch+yaml",
  ],
  AlreadyExists: [
    "one of that name is there already",
    "change the one that is there (kubectl apply), or delete it first; two owners of one object need to agree on one",
  ],
  Conflict: [
    "the object is no longer what it was when it was read, or somebody else manages the field",
    "read the object again and repeat the change, or leave the field to its other owner (kubectl apply --server-side --force-conflicts takes it over)",
  ],
  BadRequest: ["it cannot read the request", "mend what the message names: a member, a parameter or the path"],
  Expired: ["it no longer keeps the changes since that version", "list again, and watch from the version that the list has"],
  Timeout: [
    "it has not got to the version that was asked for",
    "list without a version; a version from another cluster, or from before a reset, means nothing here",
  ],
  "": ["the request says what only the API server says", "take metadata.resourceVersion, uid and the like out of what is created"],
};

/** Not in failures.md: what the API server says to the one who asks, before or beside the flow of IRSA. */
export const kubernetesRequestRefused: Cause = {
  id: "kubernetes-request-refused",
  rank: "symptom",
  title: "The API server refuses a request, whatever the object says",
  see: "Error from server (NotFound): serviceaccounts NAME not found; (AlreadyExists); (Conflict): the object has been modified; error: You must be logged in to the server (Unauthorized)",
  why: "kubectl, controllers and operators name objects that are gone, taken or changed meanwhile, send a token that is no longer good, or ask in a form that the API server does not have.",
  prove: ["repeat the command with -v=8", "kubectl auth whoami", "kubectl get KIND NAME -n NAMESPACE -o yaml"],
  sources: ["https://kubernetes.io/docs/reference/using-api/api-concepts/", "https://kubernetes.io/docs/reference/access-authn-authz/authentication/"],
  explain: (symptom) => (symptom.check.actor === "api-server" ? explainReason(symptom) : null),
  explainOwnError: (error) => (error.exchange?.to === "api-server" && error.exchange.failure === null ? explainReason(error) : null),
};

function explainReason({ told: { code, message, status }, exchange, all }: OwnError): Explanation | null {
  const [because, fix] = REASONS[code === "Unknown" || (code === String(status) && status === 500) ? "" : code] ?? [];
  if (because === undefined || fix === undefined) return null;
  const near = code === "NotFound" ? nearestObject(message, all) : null;
  return {
    because: `the API server refuses ${exchange?.name ?? "the request"}, for ${because}: ${visible(message)}${near === null ? "" : `; there is ${visible(near)}`}`,
    fix: near === null ? fix : `write ${near} where the name stands`,
  };
}

/** Of the same kind, and nearly of that name. */
function nearestObject(message: string, events: OwnError["all"]): string | null {
  const [, plural = "", name] = /^([a-z]+)[a-z.]* "([^"]+)" not found$/.exec(message) ?? [];
  if (name === undefined) return null;
  const created = events.filter(
    (event): event is ExchangeEvent =>
      event.kind === "exchange" && event.to === "api-server" && event.response?.status === 201 && event.request.url.includes(`/${plural}`),
  );
  const names = created.flatMap(({ request }) => (objectIn(request) as StoredServiceAccount | null)?.metadata?.name ?? []);
  return nearestNames(name, names)[0] ?? null;
}
