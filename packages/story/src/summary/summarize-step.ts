import type { ChangeEvent, CheckEvent, NoteEvent, Step } from "@irsa-sim/core";
import type { Arrow } from "../arrow.js";
import type { Moment } from "../moment.js";
import { podAdditions } from "../pod/pod-additions.js";

/**
 * What came of a step in a few words, in parts; empty where nothing can be said of it.
 *
 * @example
 * summarizeStep(4, moments); // ["24 h", "sts.amazonaws.com"]
 */
export function summarizeStep(step: Step, moments: readonly Moment[]): readonly string[] {
  return SUMMARIES[step](moments);
}

const SUMMARIES: Readonly<Record<Step, (moments: readonly Moment[]) => readonly string[]>> = {
  0: (moments) => [
    ...ofChange(moments, "OpenIDConnectProvider", "provider"),
    ...ofChange(moments, "Role", "role"),
    ...ofChange(moments, "RolePolicy", "policy"),
  ],
  1: (moments) => {
    const stored = changes(moments).findLast(({ what, after }) => what.startsWith("Pod ") && after !== null);
    const decision = notes(moments, "webhook.decision").at(-1);
    if (decision === undefined || stored === undefined) return [];
    if (decision.attributes.outcome !== "mutate") return ["webhook: no change"];
    const additions = podAdditions(stored.before, stored.after).filter(({ name }) => !name.startsWith("kube-api-access-"));
    const count = (what: string): number => additions.filter((addition) => addition.what === what).length;
    return [`+${counted(count("env"), "variable")}`, `+${counted(count("volume"), "volume")}`];
  },
  2: (moments) =>
    notes(moments, "kubelet.pod-seen")
      .slice(-1)
      .map(({ attributes }) => `on ${attributes.node}`),
  3: (moments) => {
    const needed = notes(moments, "kubelet.token-needed").at(-1);
    return needed === undefined ? [] : [NEEDS[String(needed.attributes.reason)] ?? String(needed.attributes.reason)];
  },
  4: (moments) => {
    const signed = notes(moments, "tokens-controller.signed").at(-1);
    const {
      aud = [],
      exp = 0,
      iat = 0,
    } = (signed?.attributes.claims ?? {}) as { readonly aud?: readonly string[]; readonly exp?: number; readonly iat?: number };
    return signed === undefined ? [] : [life(exp - iat), ...aud];
  },
  5: (moments) => {
    const written = changes(moments).findLast(({ what, after }) => what.startsWith("/") && after !== null);
    const { mode, owner } = (written?.after ?? {}) as { readonly mode?: string; readonly owner?: string };
    return written === undefined ? [] : [`${mode} ${owner}`, written.what.split("/").at(-1) ?? ""];
  },
  6: (moments) =>
    notes(moments, "sdk.credentials")
      .slice(-1)
      .map(({ attributes }) => SOURCES[String(attributes.source)] ?? `by ${attributes.source}`),
  7: (moments) => {
    const checks = moments.filter((moment): moment is CheckEvent => moment.kind === "check");
    const trusts = checks.findLast(({ check }) => check === "sts.trust-policy")?.passed === true;
    return checks.length === 0 ? [] : [counted(checks.length, "check"), ...(trusts ? ["trusted"] : [])];
  },
  8: (moments) => {
    const session = changes(moments).findLast(({ what, after }) => what.startsWith("session ") && after !== null);
    const [, role] = /:assumed-role\/([^/]+)\//.exec(session?.what ?? "") ?? [];
    return role === undefined ? [] : [`a session of ${role}`];
  },
  9: (moments) =>
    arrows(moments)
      .slice(-1)
      .map(({ name, status }) => `${name} ${status ?? ""}`.trim()),
};

const NEEDS: Readonly<Record<string, string>> = { missing: "none yet", "past-80-percent": "past 80 % of its life", "older-than-24-hours": "older than a day" };
const SOURCES: Readonly<Record<string, string>> = {
  "web-identity": "by web identity",
  imds: "by the node's role",
  env: "by keys in the environment",
  profile: "by a profile",
  container: "by the container endpoint",
};

function notes(moments: readonly Moment[], name: string): readonly NoteEvent[] {
  return moments.filter((moment): moment is NoteEvent => moment.kind === "note" && moment.name === name);
}

function changes(moments: readonly Moment[]): readonly ChangeEvent[] {
  return moments.filter((moment): moment is ChangeEvent => moment.kind === "change");
}

function arrows(moments: readonly Moment[]): readonly Arrow[] {
  return moments.filter((moment): moment is Arrow => moment.kind === "arrow");
}

function ofChange(moments: readonly Moment[], kind: string, name: string): readonly string[] {
  const count = new Set(changes(moments).flatMap(({ what }) => (what.startsWith(`${kind} `) ? [what] : []))).size;
  return count === 0 ? [] : [count === 1 ? name : counted(count, name)];
}

function counted(count: number, what: string): string {
  return `${count} ${count === 1 ? what : what.replace(/y$/, "ie").concat("s")}`;
}

function life(seconds: number): string {
  return seconds % 3600 === 0 ? `${seconds / 3600} h` : `${Math.round(seconds / 60)} min`;
}
