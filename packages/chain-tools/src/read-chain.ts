import type { Json, NoteEvent, RunReport } from "@irsa-sim/core";
import { type ChainProvider, chainAt, createRunStory } from "@irsa-sim/story";
import { KNOWN_ROLE } from "./chain-scenario.js";

/** A walk through a chain, and what came of it. */
export interface PlayedChain {
  readonly providers: readonly ChainProvider[];
  /** The provider whose credentials are used; `null` when none has any. */
  readonly winner: string | null;
  /** As whom the app then calls; `null` without a winner. */
  readonly principal: string | null;
  /** What the app gets instead; `null` with a winner. */
  readonly error: string | null;
  /** The web identity provider that is set up and never asked; `null` where there is none. */
  readonly shadowed: string | null;
}

/** Reads the chain out of a played run. */
export function readChain(report: RunReport, roleArn: string | null): PlayedChain {
  const { main } = createRunStory(report);
  const notes = main.events.filter((event): event is NoteEvent => event.kind === "note");
  const found = notes.findLast(({ name }) => name === "sdk.credentials")?.attributes ?? null;
  const call = notes.findLast(({ name }) => name === "sdk.call")?.attributes;
  const asWritten = (text: string): string => (roleArn === null ? text : withRole(text, roleArn));
  const providers = chainAt(main, { seq: Number.POSITIVE_INFINITY })?.providers ?? [];
  return {
    providers: providers.map((provider) => ({ ...provider, reason: provider.reason ? asWritten(provider.reason) : null })),
    winner: found === null ? null : String(found.provider),
    principal: found === null ? null : describePrincipal(String(found.source), roleArn ?? String(found.roleArn)),
    shadowed: textOf(notes.findLast(({ name }) => name === "sdk.web-identity-shadowed")?.attributes.provider),
    error: found === null ? asWritten(String(call?.message ?? report.failure?.message ?? "")) : null,
  };
}

function textOf(value: Json | undefined): string | null {
  return typeof value === "string" ? value : null;
}

/** The user's role in the place of the one that was played with. */
function withRole(text: string, roleArn: string): string {
  const [, account = ""] = /::(\d{12}):/.exec(roleArn) ?? [];
  return text.replaceAll(/arn:aws:iam::111122223333:role\/(?:my-pod-role|nobody)/g, roleArn).replaceAll(KNOWN_ROLE.split(":")[4] ?? "", account);
}

const PRINCIPALS: Readonly<Record<string, string>> = {
  env: "whoever the key in AWS_ACCESS_KEY_ID belongs to",
  "system-properties": "whoever the key in the system properties belongs to",
  profile: "whoever the profile stands for",
  container: "the role that the container's credentials endpoint gives: with EKS Pod Identity that of the pod's association",
  imds: "the node's role",
};

function describePrincipal(source: string, roleArn: string): string {
  return source === "web-identity" ? `a session of ${roleArn}` : (PRINCIPALS[source] ?? `whoever ${source} stands for`);
}
