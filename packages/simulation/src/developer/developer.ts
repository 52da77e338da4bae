import type { AccountId, HttpResponse, JsonObject, Span } from "@irsa-sim/core";
import type { ObjectReference } from "../kubernetes/kubernetes-client.js";

/** A call of IAM. */
export interface IamCall {
  readonly action: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** The default profile's when absent. */
  readonly account?: AccountId | undefined;
}

/** The developer's two tools, and a look at public documents. */
export interface Developer {
  /** `kubectl create`: posts one object. */
  create(object: JsonObject, span: Span): Promise<HttpResponse>;
  /** `kubectl apply`: posts one object or, when it is there, patches it. */
  apply(object: JsonObject, span: Span): Promise<HttpResponse>;
  /** `kubectl patch --type=merge`, and `kubectl annotate --overwrite`: changes one object that is there. */
  patch(object: ObjectReference, patch: JsonObject, span: Span): Promise<HttpResponse>;
  /** `kubectl delete`: deletes one object. */
  delete(object: ObjectReference, span: Span): Promise<HttpResponse>;
  /** `aws iam …`: calls one action of IAM's query API, in another account with that account's profile. */
  callIam(call: IamCall, span: Span): Promise<HttpResponse>;
  /** `curl`: fetches a public document. */
  fetch(name: string, url: string, span: Span): Promise<HttpResponse>;
}
