import type { Account, ManagedPolicy, OpenIdConnectProvider, Role } from "../account.js";
import type { TimedMap } from "./timed-map.js";

/** An account that remembers when its entities changed. */
export interface TimedAccount extends Account {
  readonly oidcProviders: TimedMap<string, OpenIdConnectProvider>;
  readonly roles: TimedMap<string, Role>;
  readonly policies: TimedMap<string, ManagedPolicy>;
}
