/** Puts what a call changed in the place of what was, and says so in the trace. */
import type { Json } from "@irsa-sim/core";
import type { ManagedPolicy, OpenIdConnectProvider, Role } from "../accounts/account.js";
import type { IamCall } from "./iam-call.js";

/** One thing that a call changed: what the trace calls it, and its value before and after. */
interface Difference {
  readonly what: string;
  readonly before: Json;
  readonly after: Json;
}

export function storeRole({ account, span }: IamCall, role: Role, difference: Difference): void {
  account.roles.set(role.name, role);
  span.change(difference);
}

export function storeProvider({ account, span }: IamCall, provider: OpenIdConnectProvider, { before, after }: Omit<Difference, "what">): void {
  account.oidcProviders.set(provider.url, provider);
  span.change({ what: `OpenIDConnectProvider ${provider.arn}`, before, after });
}

export function storePolicy({ account, span }: IamCall, policy: ManagedPolicy, { before, after }: Omit<Difference, "what">): void {
  account.policies.set(policy.arn, policy);
  span.change({ what: `Policy ${policy.arn}`, before, after });
}

/** Tags as the trace shows them. */
export function traceTags(tags: ReadonlyMap<string, string>): Json {
  return Object.fromEntries(tags);
}
