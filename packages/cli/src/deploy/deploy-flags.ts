/** The forms in which manifests are written. */
export const FORMATS = ["kustomize", "helm"] as const;

/** The options of `deploy`. */
export interface DeployFlags {
  /** A folder that is empty, or not there yet. */
  readonly out: string;
  readonly format: (typeof FORMATS)[number];
  readonly namespace: string;
  /** The image's name and tag; that of this version when absent. */
  readonly image?: string;
  readonly replicas: number;
  /** Files with what `aws iam` prints, Terraform or policies, in a scenario's place; none when absent. */
  readonly aws?: readonly string[];
}
