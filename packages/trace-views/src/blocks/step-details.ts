/** What is worth a look in each step, beyond who called whom: made from the step's events, and shown only where they are there. */
import { bodyText, type ChangeEvent, type ExchangeEvent, type NoteEvent, type Step, type TraceEvent } from "@irsa-sim/core";
import { decodeToken } from "../decode-token.js";
import { readJson } from "../read-json.js";
import { cleanLine } from "../text/clean-line.js";
import { indented, labelled, padTo, shortenMiddle } from "../text/layout.js";
import { duration } from "../text/time.js";
import type { ViewOptions } from "../view-options.js";
import { podAdditions } from "./pod-changes.js";

type Details = (events: readonly TraceEvent[], options: ViewOptions) => readonly string[];

const nothing: Details = () => [];

/** The details of each step. */
export const STEP_DETAILS: Readonly<Record<Step, Details>> = {
  0: issuerDetails,
  1: podDetails,
  2: seenDetails,
  3: neededDetails,
  4: tokenDetails,
  5: fileDetails,
  6: chainDetails,
  7: nothing,
  8: credentialDetails,
  9: objectDetails,
};

const VALUE_COLUMN = 29;

/** `label   value`, as a line of details. */
function row(label: string, value: string, { width, palette }: ViewOptions): readonly string[] {
  return labelled(palette.quiet(label), value, { indent: 4, column: VALUE_COLUMN, width });
}

function issuerDetails(events: readonly TraceEvent[], options: ViewOptions): readonly string[] {
  const keys = answersOf(events, "JWKS").flatMap(
    (answer) => readJson<{ readonly keys: readonly { readonly kid: string; readonly alg: string }[] }>(answer).keys,
  );
  const [key] = keys;
  const provider = events.find((event): event is ChangeEvent => event.kind === "change" && event.what.startsWith("OpenIDConnectProvider "));
  const { url, clientIds, thumbprints } = (provider?.after ?? {}) as {
    readonly url?: string;
    readonly clientIds?: readonly string[];
    readonly thumbprints?: readonly string[];
  };
  return [
    ...(key === undefined ? [] : row("issuer", `${key.alg} key ${shortenMiddle(key.kid, 13)}${keys.length > 1 ? `, ${keys.length} published` : ""}`, options)),
    ...(url === undefined
      ? []
      : row(
          "provider in IAM",
          `${shortenMiddle(url, 60)} · client ids ${clientIds?.join(", ") || "none"} · thumbprint ${[...(thumbprints?.[0] ?? "none")].slice(0, 8).join("")}…`,
          options,
        )),
  ];
}

function podDetails(events: readonly TraceEvent[], options: ViewOptions): readonly string[] {
  const decision = notesOf(events, "webhook.decision")[0]?.attributes;
  const pod = events.find((event): event is ChangeEvent => event.kind === "change" && event.what.startsWith("Pod "));
  const alone =
    decision?.outcome === "leave-alone"
      ? row("webhook", `left the pod alone: ${String(decision.reason).replaceAll("-", " ")} on service account ${String(decision.serviceAccount)}`, options)
      : [];
  const added = pod === undefined ? [] : podAdditions(pod);
  return [
    ...alone,
    ...added.flatMap(({ what, name, value }) => indented(`${options.palette.good(`+ ${what.padEnd(6)}`)} ${padTo(name, 27)} ${value}`, 4, options.width)),
    ...driftDetails(events, options),
  ];
}

/** What a controller wrote into its log, each reason once. */
function driftDetails(events: readonly TraceEvent[], options: ViewOptions): readonly string[] {
  const lines = notesOf(events, "controller.drift").map(({ attributes: { pod, reason } }) => `creates ${String(pod)} anew, reason: ${String(reason)}`);
  return [...new Set(lines)].flatMap((line) => {
    const times = lines.filter((other) => other === line).length;
    return row("controller", times === 1 ? line : `${times} times ${line}`, options);
  });
}

function seenDetails(events: readonly TraceEvent[], options: ViewOptions): readonly string[] {
  return notesOf(events, "kubelet.pod-seen").flatMap(({ attributes }) =>
    row(String(attributes.pod), `on ${String(attributes.node)}, uid ${String(attributes.uid)}`, options),
  );
}

function neededDetails(events: readonly TraceEvent[], options: ViewOptions): readonly string[] {
  return notesOf(events, "kubelet.token-needed").flatMap(({ attributes, at }) => {
    const reason =
      attributes.reason === "missing" ? "no token yet" : `the token is ${String(attributes.reason).replaceAll("-", " ").replace("percent", "% of its life")}`;
    return row(
      new Date(at).toISOString().slice(11, 19),
      `${reason}: asks for ${String(attributes.audience) || "the API server's own audience"}, ${duration(Number(attributes.expirationSeconds))}`,
      options,
    );
  });
}

function tokenDetails(events: readonly TraceEvent[], options: ViewOptions): readonly string[] {
  const answer = answersOf(events, "TokenRequest").find(({ status }) => status === 201);
  if (answer === undefined) return [];
  const { token } = readJson<{ readonly status: { readonly token: string } }>(answer).status;
  const decoded = decodeToken(token);
  if (decoded === null) return [];
  const { iss, sub, aud, iat, exp } = decoded.claims;
  return [
    ...row("iss", String(iss), options),
    ...row("sub", String(sub), options),
    ...row("aud", Array.isArray(aud) ? aud.join(", ") : String(aud), options),
    ...row("lives", duration(Number(exp) - Number(iat)), options),
    ...row("signed", `${String(decoded.header.alg)} by key ${shortenMiddle(String(decoded.header.kid), 13)}`, options),
  ];
}

function fileDetails(events: readonly TraceEvent[], options: ViewOptions): readonly string[] {
  const files = events.filter((event): event is ChangeEvent => event.kind === "change");
  return files.flatMap(({ what, after }) => {
    const { link = "", mode = "", owner = "", bytes = "" } = (after ?? {}) as Readonly<Record<string, string | number>>;
    return [...indented(what, 4, options.width), ...row(`  ${mode} ${owner}, ${bytes} bytes`, String(link), options)];
  });
}

function chainDetails(events: readonly TraceEvent[], options: ViewOptions): readonly string[] {
  const { palette } = options;
  const notes = notesOf(events, "sdk.provider");
  const firstWalk = notes.slice(0, notes.findIndex(({ attributes }) => attributes.verdict !== "skip") + 1 || notes.length);
  const walked = firstWalk.flatMap(({ attributes }) => {
    const mark = attributes.verdict === "match" ? palette.good("✔") : attributes.verdict === "error" ? palette.bad("✘") : palette.quiet("–");
    const reason = attributes.reason === undefined ? "" : palette.quiet(`  ${String(attributes.reason)}`);
    return indented(`${mark} ${String(attributes.position)} of ${String(attributes.of)}  ${String(attributes.provider)}${reason}`, 4, options.width);
  });
  const form = requestsOf(events, "AssumeRoleWithWebIdentity").map(({ request }) => new URLSearchParams(bodyText(request)))[0];
  return [...walked, ...(form === undefined ? [] : row("asks for", cleanLine(`${form.get("RoleArn")} as ${form.get("RoleSessionName")}`), options))];
}

function credentialDetails(events: readonly TraceEvent[], options: ViewOptions): readonly string[] {
  const issued = events
    .filter((event): event is ChangeEvent => event.kind === "change")
    .map(({ after }) => after as Readonly<Record<string, unknown>> | null)[0];
  if (!issued) return [];
  const expires = issued.expiration ?? issued.expiresAt;
  return [
    ...row("access key", String(issued.accessKeyId ?? ""), options),
    ...row("acts as", String(issued.assumedRoleArn ?? issued.arn ?? ""), options),
    ...row("until", typeof expires === "number" ? new Date(expires).toISOString().replace(".000Z", "Z") : String(expires ?? ""), options),
  ];
}

function objectDetails(events: readonly TraceEvent[], options: ViewOptions): readonly string[] {
  const answer = answersOf(events, "GetObject").find(({ status }) => status === 200);
  const request = requestsOf(events, "GetObject")[0]?.request;
  if (answer === undefined || request === undefined) return [];
  return row(new URL(request.url).host, cleanLine(JSON.stringify(bodyText(answer).slice(0, 60))), options);
}

function notesOf(events: readonly TraceEvent[], name: string): readonly NoteEvent[] {
  return events.filter((event): event is NoteEvent => event.kind === "note" && event.name === name);
}

function requestsOf(events: readonly TraceEvent[], name: string): readonly ExchangeEvent[] {
  return events.filter((event): event is ExchangeEvent => event.kind === "exchange" && event.name === name);
}

function answersOf(events: readonly TraceEvent[], name: string): readonly NonNullable<ExchangeEvent["response"]>[] {
  return requestsOf(events, name).flatMap(({ response }) => (response === null ? [] : [response]));
}
