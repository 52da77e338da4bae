import { type Cause, type Explanation, lastNote, type Symptom } from "../cause.js";
import { formParameter, requestBehind } from "../sent-request.js";
import { deciding } from "../webhook-config-map.js";

const API_SERVER = "https://kubernetes.default.svc";
const JWT = /eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/;

/** failures.md, rank 57. */
export const wrongTokenSent: Cause = {
  id: "wrong-token-sent",
  rank: "mistaken",
  met: "rarely",
  narrows: ["provider-audience-mismatch"],
  title: "What was sent to STS is not the token that was projected for it",
  see: "Incorrect token audience (API token has https://kubernetes.default.svc), or an invalid-JWT error",
  why: "Reading /var/run/secrets/kubernetes.io/..., passing the variable's value as the token, file with trailing log text.",
  prove: [
    "print the first characters of what the program sends: a token begins with eyJ",
    "kubectl exec -n NAMESPACE POD -- sh -c 'cut -d. -f2 $AWS_WEB_IDENTITY_TOKEN_FILE | base64 -d'",
  ],
  sources: [
    "https://github.com/awsdocs/aws-doc-sdk-examples/issues/3965",
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/232",
    "https://github.com/hashicorp/vault-plugin-auth-jwt/issues/181",
    "https://github.com/minio/minio-js/issues/1078",
  ],
  explain(symptom) {
    const { check } = symptom;
    if (check.check === "sts.audience" && check.actual.value === POD_IDENTITY) return explainPodIdentityToken();
    if (check.check === "sts.audience") return isForApiServer(check.actual.value) ? explainApiToken(symptom) : null;
    if (check.check !== "sts.token-structure" && check.check !== "sts.parameters") return null;
    const request = requestBehind(symptom.events, check);
    const token = request === null ? null : formParameter(request, "WebIdentityToken");
    return token === null ? null : explainText(token);
  },
};

/** The audience that EKS gives the API server. */
function isForApiServer(audiences: string): boolean {
  return audiences.split(", ").some((audience) => audience.startsWith(API_SERVER));
}

const POD_IDENTITY = "pods.eks.amazonaws.com";

function explainPodIdentityToken(): Explanation {
  return {
    because: `the token that was sent is the one for EKS Pod Identity: it is for "${POD_IDENTITY}", and only the agent on the node takes it; STS takes a token of IRSA`,
    fix: "take web_identity_token_file and role_arn out of the profile, or AWS_WEB_IDENTITY_TOKEN_FILE out of the environment, and let the SDK ask the agent; or annotate the service account and use IRSA's token",
  };
}

function explainApiToken({ check, events, all }: Symptom): Explanation | null {
  const path = lastNote(events, "sdk.token-file-in-code")?.attributes.path;
  // An entry of the webhook's ConfigMap without an audience makes the projected token one for the API server.
  if (path === undefined && deciding(events, all) !== null) return null;
  const file = path === undefined ? "" : `, from ${String(path)},`;
  return {
    because: `the token that was sent${file} is the pod's token for the API server: it is for "${check.actual.value}" and not for STS`,
    fix: "send the token that the webhook mounts, at the path in AWS_WEB_IDENTITY_TOKEN_FILE",
    edits: [{ source: "call", pointer: "/app/webIdentityToken", value: null }],
  };
}

function explainText(token: string): Explanation | null {
  if (token.startsWith("/"))
    return {
      because: `the path ${token} was sent as the token, instead of what the file holds`,
      fix: `read ${token} and send its content, or give the SDK the path`,
      edits: [{ source: "call", pointer: "/app/webIdentityToken", value: null }],
    };
  const [jwt] = JWT.exec(token) ?? [];
  const rest = jwt === undefined ? "" : token.replace(jwt, "").trim();
  if (rest === "") return null;
  return {
    because: `the file that was sent holds more than the token: beside it stands "${rest}"`,
    fix: "send the file that the kubelet writes, as it is; whoever makes a copy must write the token and nothing else into it",
  };
}
