import { annotationEdits } from "../asked-role.js";
import { type Cause, lastNote } from "../cause.js";
import { environmentEdits, writtenContainer } from "../container-edits.js";
import { failingContainers } from "../node-role.js";

const [ROLE, FILE] = ["AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE"] as const;

/** Not in failures.md: the neighbour of rank 40, with both variables and no token. */
export const envWithoutVolume: Cause = {
  id: "env-without-volume",
  rank: "mistaken",
  title: "Both variables were written by hand, and there is no token where they lead",
  see: "WebIdentityErr: failed fetching WebIdentity token: ... open /var/run/secrets/eks.amazonaws.com/serviceaccount/token: no such file or directory",
  why: "The variables alone do nothing: the token comes by a projected volume, which the webhook adds to pods whose service account has the annotation.",
  prove: [
    "kubectl get pod -n NAMESPACE POD -o jsonpath={.spec.volumes[*].projected.sources[*].serviceAccountToken}",
    "kubectl exec -n NAMESPACE POD -- ls -l $AWS_WEB_IDENTITY_TOKEN_FILE",
    "kubectl get serviceaccount -n NAMESPACE NAME -o yaml",
  ],
  sources: ["https://github.com/hashicorp/terraform-k8s/issues/97", "https://docs.aws.amazon.com/eks/latest/userguide/pod-configuration.html"],
  explainOwnError(error) {
    const [container] = failingContainers(error);
    const written = writtenContainer(error)?.container.env;
    const variable = (wanted: string) => written?.find(({ name }) => name === wanted)?.value;
    const [role, file] = [variable(ROLE), variable(FILE)];
    if (container === undefined || role === undefined || file === undefined) return null;
    const isMounted = container.volumeMounts?.some(({ mountPath }) => file.startsWith(`${mountPath.replace(/\/+$/, "")}/`) || file === mountPath) ?? false;
    const isAsked = error.told.code === "ENOENT" || error.told.message.includes(file);
    if (error.told.code === "EISDIR")
      return {
        because: `${FILE} of container ${container.name} names ${file}, which is the folder and not the file: the token is ${file.replace(/\/+$/, "")}/token`,
        fix: `set ${FILE} to ${file.replace(/\/+$/, "")}/token, or take both variables out of the container's env and let the webhook set them; then create the pod again`,
        edits: environmentEdits(error, { [FILE]: { value: `${file.replace(/\/+$/, "")}/token` } }),
      };
    if (isMounted || !isAsked) return null;
    const isAnnotated = lastNote(error.events, "webhook.decision")?.attributes.reason !== "no-role-annotation";
    return {
      because: `container ${container.name} has ${ROLE} and ${FILE} by hand, and no volume is mounted at ${file}: nobody writes a token there`,
      fix: `take both variables out of the container's env${isAnnotated ? "" : `, annotate the service account with ${role}`}, and create the pod again: the webhook then brings variables, volume and mount`,
      edits: [...environmentEdits(error, { [ROLE]: null, [FILE]: null }), ...(isAnnotated ? [] : annotationEdits(error, role))],
    };
  },
};
