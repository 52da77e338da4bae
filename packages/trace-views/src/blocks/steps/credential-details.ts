import { textAt } from "@irsa-sim/story";
import { cleanLine } from "../../text/clean-line.js";
import { indented } from "../../text/layout.js";
import { bodyOf } from "./body-of.js";
import { answered, changesOf, type Details, notesOf, row } from "./details.js";

/** Step 6: the providers of the SDK's chain that were asked, and what it asks STS for. */
export const chainDetails: Details = (step, options, { sdk }) => {
  const { palette } = options;
  const notes = notesOf(step, "sdk.provider");
  const firstWalk = notes.slice(0, notes.findIndex(({ attributes }) => attributes.verdict !== "skip") + 1 || notes.length);
  const walked = firstWalk.flatMap(({ attributes }) => {
    const mark = attributes.verdict === "match" ? palette.good("✔") : attributes.verdict === "error" ? palette.bad("✘") : palette.quiet("–");
    const reason = attributes.reason === undefined ? "" : palette.quiet(`  ${String(attributes.reason)}`);
    return indented(`${mark} ${String(attributes.position)} of ${String(attributes.of)}  ${String(attributes.provider)}${reason}`, 4, options.width);
  });
  const form = bodyOf(step.arrows.find(({ name }) => name === "AssumeRoleWithWebIdentity")?.request);
  const asked = form === null ? [] : row("asks for", cleanLine(`${textAt(form, ["RoleArn"])} as ${textAt(form, ["RoleSessionName"])}`), options);
  return [...(sdk === null || walked.length === 0 ? [] : row("SDK", `${sdk}, whose chain of providers is asked in order`, options)), ...walked, ...asked];
};

/** Step 8: the credentials that STS made. */
export const credentialDetails: Details = (step, options) => {
  const issued = changesOf(step)[0]?.after as Readonly<Record<string, unknown>> | null | undefined;
  if (!issued) return [];
  const expires = issued.expiration ?? issued.expiresAt;
  return [
    ...row("access key", String(issued.accessKeyId ?? ""), options),
    ...row("acts as", String(issued.assumedRoleArn ?? issued.arn ?? ""), options),
    ...row("until", typeof expires === "number" ? new Date(expires).toISOString().replace(".000Z", "Z") : String(expires ?? ""), options),
  ];
};

/** Step 9: what the app read, and what of the service's work nobody does here. */
export const objectDetails: Details = (step, options) => {
  const notices = notesOf(step, "service.not-simulated").flatMap(({ attributes }) => {
    const notice = `${String(attributes.service)} allowed ${String(attributes.operation)}; its work is not simulated, and the answer is empty`;
    return row("not simulated", cleanLine(notice), options);
  });
  return [...readObject(step, options), ...notices];
};

function readObject(step: Parameters<Details>[0], options: Parameters<Details>[1]): readonly string[] {
  const arrow = answered(step, "GetObject", 200);
  if (arrow === undefined || arrow.response === null) return [];
  const { body } = arrow.response;
  const text = body.kind === "text" && body.content.kind === "text" ? JSON.stringify(body.content.text.slice(0, 60)) : body.kind;
  return row(cleanLine(new URL(arrow.request.url).host), cleanLine(text), options);
}
