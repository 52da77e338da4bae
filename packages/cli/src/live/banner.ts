import type { EndpointName, LiveSimulation } from "@irsa-sim/live";
import { indented, labelled, type Palette, shellWord } from "@irsa-sim/trace-views";
import type { ContainerFiles } from "./state/follow-pods.js";

/** What is told at the beginning. */
export interface BannerInput {
  readonly title: string;
  readonly name: string;
  readonly endpoints: LiveSimulation["endpoints"];
  readonly controlUrl: string;
  /** Whether the page is served there too. */
  readonly hasPage: boolean;
  readonly folder: { readonly path: string; readonly isTemporary: boolean };
  readonly containers: readonly ContainerFiles[];
}

const COLUMN = 22;
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
export function renderBanner(input: BannerInput, { width, palette }: { readonly width: number; readonly palette: Palette }): string {
  const { endpoints, folder, containers, controlUrl } = input;
  const row = (label: string, value: string): readonly string[] => labelled(label, value, { indent: 1, column: COLUMN, width });
  const type = (command: string, why: string): readonly string[] => labelled(palette.accent(command), palette.quiet(why), { indent: 3, column: 64, width });
  return [
    "",
    ...indented(`${palette.strong(input.title)} ${palette.quiet(`(${input.name})`)}`, 0, width),
    "",
    ...NAMES.flatMap(([label, name]) => row(label, endpoints[name].url)),
    ...row("control", `${controlUrl}/`),
    ...(input.hasPage ? row("page", `${controlUrl}/ui`) : []),
    ...row("files", `${folder.path}${folder.isTemporary ? palette.quiet("  gone at the end; --state keeps one") : ""}`),
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
