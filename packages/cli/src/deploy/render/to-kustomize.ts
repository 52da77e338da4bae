import type { DeploymentInput } from "../deployment-input.js";
import { describeDeployment } from "../describe-deployment.js";
import { namespace } from "../objects/namespace.js";
import { toYaml, type WrittenFile } from "./written-file.js";

/** A kustomize base: `kubectl apply --kustomize FOLDER`. */
export function toKustomize(input: DeploymentInput): readonly WrittenFile[] {
  const files = [{ name: "namespace.yaml", objects: [namespace(input)], isSecret: false }, ...describeDeployment(input)];
  const kustomization = { apiVersion: "kustomize.config.k8s.io/v1beta1", kind: "Kustomization", resources: files.map(({ name }) => name) };
  return [
    { path: "kustomize/kustomization.yaml", text: toYaml([kustomization]), isSecret: false },
    ...files.map(({ name, objects, isSecret }) => ({ path: `kustomize/${name}`, text: toYaml(objects), isSecret })),
  ];
}
