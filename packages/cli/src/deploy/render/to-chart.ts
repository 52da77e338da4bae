/**
 * A Helm chart of the same objects. They are made with markers in the place of a chart's values, and written; then each marker becomes what Helm replaces.
 * So there is one source of both forms, and nothing in a template but values.
 */
import type { DeploymentInput } from "../deployment-input.js";
import { describeDeployment } from "../describe-deployment.js";
import { toYaml, type WrittenFile } from "./written-file.js";

/** What Helm puts in, by the marker that stands for it: alone as a value, and within a longer text. */
const MARKERS = {
  IRSA_SIM_MARKER_NAMESPACE: { alone: "{{ .Release.Namespace | quote }}", within: "{{ .Release.Namespace }}" },
  IRSA_SIM_MARKER_IMAGE: { alone: "{{ .Values.image | quote }}", within: "{{ .Values.image }}" },
  IRSA_SIM_MARKER_REPLICAS: { alone: "{{ .Values.replicas | int }}", within: "{{ .Values.replicas }}" },
} as const;

/** A chart: `helm install irsa-sim FOLDER/helm/irsa-sim --namespace NAMESPACE --create-namespace`. */
export function toChart(input: DeploymentInput): readonly WrittenFile[] {
  const { version, image, replicas } = input;
  const chart = {
    apiVersion: "v2",
    name: "irsa-sim",
    description: "STS, IAM, S3 and the pod identity webhook beside a cluster, to test IRSA against",
    type: "application",
    version,
    appVersion: version,
  };
  const marked = {
    ...input,
    namespace: "IRSA_SIM_MARKER_NAMESPACE",
    image: "IRSA_SIM_MARKER_IMAGE",
    replicas: "IRSA_SIM_MARKER_REPLICAS",
  } satisfies DeploymentInput;
  const templates = describeDeployment(marked).map(({ name, objects, isSecret }) => ({
    path: `helm/irsa-sim/templates/${name}`,
    text: toTemplate(toYaml(objects)),
    isSecret,
  }));
  return [
    { path: "helm/irsa-sim/Chart.yaml", text: toYaml([chart]), isSecret: false },
    { path: "helm/irsa-sim/values.yaml", text: toYaml([{ image, replicas }]), isSecret: false },
    ...templates,
  ];
}

/** What people wrote may have braces of its own, which Helm must leave as they are. */
function toTemplate(yaml: string): string {
  const literal = yaml.replaceAll("{{", '{{ "{{" }}');
  return Object.entries(MARKERS).reduce(
    (text, [marker, { alone, within }]) => text.replaceAll(new RegExp(`(?<=[:-] )${marker}$`, "gm"), alone).replaceAll(marker, within),
    literal,
  );
}
