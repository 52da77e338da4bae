import { indented, shellWord } from "@irsa-sim/trace-views";
import { type BannerStyle, bannerRow, commandRow, type Places, placeRows } from "../place-rows.js";

/** What is told at the beginning, when a real cluster has the place of the simulated one. */
export interface ClusterBannerInput extends Places {
  readonly title: string;
  readonly name: string;
  /** As messages name the cluster. */
  readonly source: string;
  readonly issuer: string;
  /** Whether the webhook is registered already. */
  readonly isRegistered: boolean;
}

const NAMES = [
  ["STS", "sts"],
  ["S3", "s3"],
  ["IAM", "iam"],
  ["EKS", "eks"],
  ["instance metadata", "imds"],
  ["issuer's documents", "issuer"],
  ["webhook", "webhook"],
  ["by name, https", "https"],
  ["by name, http", "http"],
] as const;

/** Where everything is, which cluster it works with, and what to type next. */
export function renderClusterBanner(input: ClusterBannerInput, style: BannerStyle): string {
  const { width, palette } = style;
  const { endpoints, folder, isRegistered } = input;
  const row = (label: string, value: string): readonly string[] => bannerRow(label, value, style);
  const type = (command: string, why: string): readonly string[] => commandRow(command, why, style);
  const registration = isRegistered
    ? []
    : type(`kubectl apply -f ${shellWord(`${folder.path}/webhook.yaml`)}`, "lets the API server ask the webhook; delete -f takes it away");
  return [
    "",
    ...indented(`${palette.strong(input.title)} ${palette.quiet(`(${input.name}), with a real cluster`)}`, 0, width),
    "",
    ...row("cluster", input.source),
    ...row("API server", endpoints.kubernetes.url),
    ...row("issuer", input.issuer),
    ...row("registration", isRegistered ? "MutatingWebhookConfiguration irsa-sim, until this ends" : "by webhook.yaml, which is yours to apply"),
    "",
    ...placeRows(input, NAMES, style),
    "",
    ...indented("In another terminal:", 1, width),
    ...registration,
    ...type(`. ${shellWord(`${folder.path}/env`)}`, "leads AWS's SDKs of a process here; a pod needs the same variables"),
    ...type(`export AWS_CONFIG_FILE=${shellWord(`${folder.path}/config`)} AWS_PROFILE=developer`, "IAM and EKS, as the developer"),
    "",
    ...indented(palette.quiet("Each call of a client, and each question of the API server, is told below; Ctrl-C ends it."), 1, width),
    "",
    "",
  ].join("\n");
}
