/** What `/version` says: the version of Kubernetes that the cluster stands for. */
export function serverVersion(minor: number) {
  return {
    major: "1",
    minor: String(minor),
    gitVersion: `v1.${minor}.0+irsa-sim`,
    gitCommit: "",
    gitTreeState: "clean",
    buildDate: "1970-01-01T00:00:00Z",
    goVersion: "",
    compiler: "",
    platform: "linux/amd64",
  };
}
