import type { EndpointName } from "@irsa-sim/live";
import { indented, shellWord } from "@irsa-sim/trace-views";
import { type BannerStyle, commandRow, type Places, placeRows } from "./place-rows.js";
import type { ContainerFiles } from "./state/follow-pods.js";

/** What is told at the beginning. */
export interface BannerInput extends Places {
  readonly title: string;
  readonly name: string;
  readonly containers: readonly ContainerFiles[];
}

const NAMES: readonly (readonly [string, EndpointName])[] = [
  ["STS", "sts"],
  ["S3", "s3"],
  ["IAM", "iam"],
  ["EKS", "eks"],
  ["instance metadata", "imds"],
  ["issuer", "issuer"],
  ["webhook", "webhook"],
  ["Kubernetes API", "kubernetes"],
  ["by name, https", "https"],
  ["by name, http", "http"],
];

/** Where everything is, and what to type next. */
export function renderBanner(input: BannerInput, style: BannerStyle): string {
  const { width, palette } = style;
  const { folder, containers } = input;
  const type = (command: string, why: string): readonly string[] => commandRow(command, why, style);
  return [
    "",
    ...indented(`${palette.strong(input.title)} ${palette.quiet(`(${input.name})`)}`, 0, width),
    "",
    ...placeRows(input, NAMES, style),
    "",
    ...indented("In another terminal:", 1, width),
    ...containers.flatMap(({ env, container }) =>
      type(`. ${shellWord(env)}`, `as container ${container.container} of ${container.namespace}/${container.pod}`),
    ),
    ...type(`export KUBECONFIG=${shellWord(`${folder.path}/kubeconfig`)}`, "kubectl, as the developer"),
    ...type(`export AWS_CONFIG_FILE=${shellWord(`${folder.path}/config`)} AWS_PROFILE=developer`, "IAM and EKS, as the developer"),
    ...(containers.length === 0 ? ["", ...indented(palette.bad("No container runs, so nobody has a token."), 1, width)] : []),
    "",
    ...indented(palette.quiet("Each call of a client is told below; Ctrl-C ends it."), 1, width),
    "",
    "",
  ].join("\n");
}
