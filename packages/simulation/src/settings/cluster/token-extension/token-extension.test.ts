import { expect, test } from "vitest";
import { playSmallWorld } from "../../play-small-world.test-support.js";

const API_TOKEN = "/var/run/secrets/kubernetes.io/serviceaccount/token";
const IRSA_TOKEN = "/var/run/secrets/eks.amazonaws.com/serviceaccount/token";
const YEAR_SECONDS = 31_536_000;

test.each([
  { name: "left out", cluster: {}, apiTokenSeconds: YEAR_SECONDS },
  { name: "true", cluster: { extendTokenExpiration: true }, apiTokenSeconds: YEAR_SECONDS },
  { name: "false", cluster: { extendTokenExpiration: false }, apiTokenSeconds: 3607 },
])(
  "extendTokenExpiration $name: a pod's token for the API server lives $apiTokenSeconds s, and the one for STS as ever",
  async ({ cluster, apiTokenSeconds }) => {
    const world = await playSmallWorld({ cluster });
    const files = world.kubelet.container("default", "my-pod")?.files;
    const lifeSeconds = (path: string): number => {
      const [, claims = ""] = new TextDecoder().decode(files?.read(path)).split(".");
      const { iat, exp } = JSON.parse(atob(claims.replaceAll("-", "+").replaceAll("_", "/"))) as { readonly iat: number; readonly exp: number };
      return exp - iat;
    };
    expect([lifeSeconds(API_TOKEN), lifeSeconds(IRSA_TOKEN)]).toEqual([apiTokenSeconds, 86_400]);
    await world.close();
  },
);
