/** What an app does about its credentials by itself, where others leave all of it to the SDK. */
import type { SessionWishes } from "../sts/session-parameters.js";

/** A role that the app's own code or settings name, to be assumed with the credentials that the SDK found. */
export interface OwnRole extends SessionWishes {
  readonly roleArn: string;
  /** Made by the SDK when absent. */
  readonly sessionName?: string | undefined;
  /** Not sent when absent. */
  readonly durationSeconds?: number | undefined;
}

/** The habits; all absent for an app that gives its client nothing. */
export interface CredentialHabits {
  /** What the app reads once and hands to its clients for ever: the token as text, or the credentials that it got for it. */
  readonly keeps?: "token" | "credentials" | undefined;
  /** Whether each call is made by a new client, which knows nothing of the last one's credentials. */
  readonly newClientPerCall?: boolean | undefined;
  /** `DurationSeconds` of the exchange; the SDK's own when absent. */
  readonly durationSeconds?: number | undefined;
  /** Remaining life below which credentials are replaced before a call, instead of the SDK's windows; 0 for only once expired. */
  readonly expiryWindowSeconds?: number | undefined;
  readonly assumeRole?: OwnRole | undefined;
  /** Session policies that go with the exchange of the token. */
  readonly sessionPolicies?: Pick<SessionWishes, "policy" | "policyArns"> | undefined;
}
