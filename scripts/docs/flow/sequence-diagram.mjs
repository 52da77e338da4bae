// A Mermaid sequence diagram of what was recorded, which forges draw.
import { mermaidLane, mermaidText } from "../../../packages/trace-views/dist/index.js";
import { stepMoments } from "./step-moments.mjs";

/** From who sets it up to who is called last; what a lane is called. */
const LANES = {
  developer: "developer",
  controller: "controller",
  "api-server": "API server",
  webhook: "webhook",
  kubelet: "kubelet",
  "tokens-controller": "tokens controller",
  sdk: "pod (SDK)",
  node: "node metadata",
  sts: "STS",
  "oidc-issuer": "issuer",
  iam: "IAM",
  s3: "S3",
  simulator: "nobody",
};
/** Names of checks beside each other in a note, before it begins a new line. */
const CHECKS_PER_LINE = 4;

/** The diagram of one step of a finished run. */
export function stepDiagram(report, step) {
  return diagramOf(groupChecks(stepMoments(report, step)));
}

/** The messages of all steps, one below the other. */
export function flowDiagram(report) {
  const told = report.steps.map((step) => ({ step, moments: stepMoments(report, step) }));
  const isToldLater = ({ exchange }, index) =>
    told.slice(index + 1).some(({ moments }) => moments.some((moment) => exchange !== undefined && moment.exchange === exchange));
  const moments = told.flatMap(({ step, moments: all }, index) => [
    { kind: "title", actors: [], text: `${step.step} ${step.title}` },
    ...all.filter((moment) => !["check", "elsewhere"].includes(moment.kind) && !isToldLater(moment, index)),
  ]);
  return diagramOf(moments.map((moment) => ({ ...moment, texts: [moment.text] })));
}

function diagramOf(moments) {
  const lanes = Object.keys(LANES).filter((actor) => moments.some(({ actors }) => actors.includes(actor)));
  const across = `${mermaidLane(lanes[0])},${mermaidLane(lanes.at(-1))}`;
  const participants = lanes.map((actor) => `  participant ${mermaidLane(actor)} as ${LANES[actor]}`);
  return ["sequenceDiagram", ...participants, ...moments.map((moment) => lineOf(moment, across))].join("\n");
}

/** Checks of one actor with nothing between them are one note. */
function groupChecks(moments) {
  const grouped = [];
  for (const moment of moments) {
    const last = grouped.at(-1);
    if (moment.kind === "check" && last?.kind === "check" && last.actors[0] === moment.actors[0]) last.texts.push(moment.text);
    else grouped.push({ ...moment, texts: [moment.text] });
  }
  return grouped;
}

function lineOf({ kind, actors: [from, to], texts }, across) {
  if (kind === "title") return `  Note over ${across}: ${mermaidText(texts[0])}`;
  if (kind === "request") return `  ${mermaidLane(from)}->>${mermaidLane(to)}: ${mermaidText(texts[0])}`;
  if (kind === "answer") return `  ${mermaidLane(from)}-->>${mermaidLane(to)}: ${mermaidText(texts[0])}`;
  const lines = [];
  for (let at = 0; at < texts.length; at += CHECKS_PER_LINE)
    lines.push(
      texts
        .slice(at, at + CHECKS_PER_LINE)
        .map(mermaidText)
        .join(" · "),
    );
  return `  Note over ${mermaidLane(from)}: ${lines.join("<br/>")}`;
}
